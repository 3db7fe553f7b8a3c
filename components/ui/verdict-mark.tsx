import { VERDICT_WORDS } from "@/lib/criteria/words";
import type { DisplayState } from "@/lib/scoring/types";
import { VerdictSign } from "./verdict-sign";
import { VERDICT_BOX, VERDICT_INK } from "./verdict-style";

interface VerdictMarkProps {
  state: DisplayState;
  /** "box" for headings, "plain" in rows, "sign" where the word would not fit (it stays for screen readers). */
  form?: "box" | "plain" | "sign";
  /** Replaces the standard word. */
  label?: string;
}

/** A verdict by sign, word and colour, in that order of trust. */
export function VerdictMark({ state, form = "plain", label }: VerdictMarkProps) {
  const word = label ?? VERDICT_WORDS[state];
  if (form === "sign") {
    return (
      <span className={VERDICT_INK[state]} title={word}>
        <VerdictSign state={state} />
        <span className="sr-only">{word}</span>
      </span>
    );
  }
  const look =
    form === "box"
      ? `${VERDICT_BOX[state]} min-h-6.5 rounded-control py-[3px] pr-[9px] pl-[7px] print-exact`
      : VERDICT_INK[state];
  return (
    <span
      className={`inline-flex items-center gap-1.5 whitespace-nowrap text-14 font-semibold leading-[1.3] ${look}`}
    >
      <VerdictSign state={state} />
      {word}
    </span>
  );
}
