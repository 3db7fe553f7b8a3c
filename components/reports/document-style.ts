import type { CSSProperties } from "react";

interface TextLook {
  size: number;
  bold?: boolean;
  italic?: boolean;
}

/** A profile's half-points on screen; --doc-pt is one point of the sheet, smaller on a phone. */
export function styleText(look: TextLook): CSSProperties {
  return {
    fontSize: `calc(var(--doc-pt) * ${look.size / 2})`,
    fontWeight: look.bold ? 700 : 400,
    fontStyle: look.italic ? "italic" : "normal",
  };
}
