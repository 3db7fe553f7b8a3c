import { isDocumentType } from "./constants";
import type { DocumentFilter } from "./types";

function readOne(value: string | string[] | undefined): string | null {
  return (Array.isArray(value) ? value[0] : value) || null;
}

/** Filter of the address; what it does not understand, it leaves out. */
export function parseDocumentFilter(params: Record<string, string | string[] | undefined>): DocumentFilter {
  const type = readOne(params.type);
  const year = readOne(params.year);
  return {
    type: isDocumentType(type) ? type : null,
    year: year !== null && /^\d{4}$/.test(year) ? Number(year) : null,
  };
}
