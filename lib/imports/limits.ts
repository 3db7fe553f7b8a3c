/** What an uploaded workbook may be at most; well above any real sheet, well below what hurts a small server. */

export const MAX_FILE_BYTES = 5 * 1024 * 1024;
/** Parts inside the container. A workbook of two hundred communes has about five hundred. */
export const MAX_ENTRIES = 1500;
/** All parts together, unpacked. */
export const MAX_UNPACKED_BYTES = 60 * 1024 * 1024;
/** One part, unpacked. */
export const MAX_PART_BYTES = 24 * 1024 * 1024;
/** Sheets of text and numbers pack about ten to one; a bomb of zeros a thousand to one. */
export const MAX_PACKING_RATIO = 150;
/** Parts smaller than this are not judged by their ratio: an empty styled sheet packs very well. */
export const RATIO_FLOOR_BYTES = 1024 * 1024;
export const MAX_ROWS = 5000;
export const MAX_CELLS = 200_000;
export const MAX_SHEETS = 250;
/** Cells of one text that are kept; a figure or a note is never longer. */
export const MAX_CELL_TEXT = 4000;
/** How long a preview waits for its commit. */
export const PREVIEW_HOURS = 24;
/** Previews one person may have open; the oldest goes first. */
export const MAX_OPEN_PREVIEWS = 10;
