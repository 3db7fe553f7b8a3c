import { CriterionStrip, type StripCell } from "@/components/ui/criterion-strip";
import { VerdictMark } from "@/components/ui/verdict-mark";
import type { DisplayState } from "@/lib/scoring/types";

/** A made-up row of verdicts: shows what the product looks like, not any commune. */
const DRAWN: readonly DisplayState[] = [
  "met",
  "unmet",
  "met",
  "met",
  "met",
  "met",
  "met",
  "met",
  "met",
  "met",
  "near",
  "met",
  "unmet",
  "missing",
  "met",
  "met",
  "regressed",
  "met",
  "met",
];

const CELLS: StripCell[] = DRAWN.map((state, index) => ({ number: index + 1, title: "", state }));
const LEGEND: readonly DisplayState[] = ["met", "unmet", "near", "regressed", "missing"];

/** Right half of the sign-in page. */
export function LoginIllustration() {
  return (
    <div className="max-w-[592px]">
      <p className="max-w-[34ch] text-22 leading-[1.4]">
        Mỗi xã một dải ô. Nhìn là biết đạt gì, thiếu gì, ai phải làm.
      </p>
      <div inert className="mt-7">
        <CriterionStrip cells={CELLS} />
      </div>
      <div className="mt-3.5 flex flex-wrap gap-x-5 gap-y-1.5">
        {LEGEND.map((state) => (
          <VerdictMark key={state} state={state} />
        ))}
      </div>
      <p className="mt-5 text-13 text-ink-3">Hình minh họa, không phải số liệu của xã nào.</p>
    </div>
  );
}
