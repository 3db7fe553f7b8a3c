import { VERDICT_WORDS } from "@/lib/criteria/words";
import type { DisplayState } from "@/lib/scoring/types";
import { VerdictSign } from "./verdict-sign";
import { VERDICT_CELL } from "./verdict-style";

export interface StripCell {
  /** Criterion number; null for a cell that stands for a thing the document does not name. */
  number: number | null;
  title: string;
  state: DisplayState;
  href?: string;
  /** Said after the verdict: "3/5 chỉ tiêu đạt". */
  note?: string;
}

interface CriterionStripProps {
  cells: readonly StripCell[];
  size?: "full" | "mini";
  /** Number of the criterion in view. */
  current?: number;
  /** Accessible name of the whole strip. */
  label?: string;
  /** Two lines of ten instead of one scrolling line, for narrow panels. */
  wrap?: boolean;
}

/** "Tiêu chí 8 Thông tin và Truyền thông: chưa đạt, 3/5 chỉ tiêu đạt". */
export function nameStripCell(cell: StripCell): string {
  const what = cell.number === null ? cell.title : `Tiêu chí ${cell.number} ${cell.title}`;
  const note = cell.note ? `, ${cell.note}` : "";
  return `${what}: ${VERDICT_WORDS[cell.state]}${note}`;
}

/**
 * One unit as one strip of cells; as many cells as the criteria set has. On a phone the full strip
 * scrolls by itself, the page does not.
 */
export function CriterionStrip({ cells, size = "full", current, label, wrap = false }: CriterionStripProps) {
  const isMini = size === "mini";
  const cellLook = isMini
    ? "h-[18px] min-w-0 rounded-[1px]"
    : `h-[38px] flex-col gap-px rounded-[2px] text-13 font-medium leading-[1.15] ${wrap ? "min-w-0" : "min-w-6"}`;
  const listLook = wrap
    ? "grid grid-cols-10 gap-0.5"
    : `grid grid-flow-col ${isMini ? "auto-cols-fr gap-px" : "auto-cols-[minmax(1.5rem,1fr)] gap-0.5"}`;
  return (
    // The margin and padding keep the current cell's outline inside the scrolling box.
    <div
      className={isMini || wrap ? "" : "-m-1 overflow-x-auto p-1"}
      // What scrolls must be reachable by keyboard; links inside make it so by themselves.
      {...(isMini || wrap || cells.some((cell) => cell.href) ? {} : { tabIndex: 0 })}
    >
      <ol className={`font-num ${listLook}`} aria-label={label ?? "Kết quả từng tiêu chí"}>
        {cells.map((cell, index) => {
          const name = nameStripCell(cell);
          const isCurrent = current !== undefined && cell.number === current;
          const look = `relative flex items-center justify-center no-underline print-exact ${cellLook} ${VERDICT_CELL[cell.state]} ${
            isCurrent ? "z-1 outline-3 outline-offset-1 outline-accent" : ""
          }`;
          const face = (
            <>
              {isMini || cell.number === null ? null : <span aria-hidden="true">{cell.number}</span>}
              <VerdictSign state={cell.state} size={isMini ? 10 : 12} />
            </>
          );
          return (
            // A cell without a number has only its place to tell it apart.
            <li key={cell.number ?? `place-${index}`} className="min-w-0">
              {cell.href ? (
                <a
                  href={cell.href}
                  className={`${look} hover:outline-2 hover:outline-ink`}
                  title={name}
                  aria-label={name}
                  aria-current={isCurrent ? "true" : undefined}
                >
                  {face}
                </a>
              ) : (
                <span className={look} title={name}>
                  {face}
                  <span className="sr-only">{name}</span>
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
