import { VerdictMark } from "@/components/ui/verdict-mark";
import type { DisplayState } from "@/lib/scoring/types";

const STATES: DisplayState[] = [
  "met",
  "unmet",
  "missing",
  "near",
  "regressed",
  "exempt",
  "undefined-threshold",
];

/** What each sign means. `withUnnamed` adds the cell of a criterion that a document counts but does not name. */
export function VerdictLegend({ withUnnamed = false }: { withUnnamed?: boolean }) {
  const states: DisplayState[] = withUnnamed ? [...STATES, "unnamed"] : STATES;
  return (
    <ul className="flex flex-wrap gap-x-4.5 gap-y-1.5" aria-label="Ký hiệu">
      {states.map((state) => (
        <li key={state}>
          <VerdictMark state={state} />
        </li>
      ))}
    </ul>
  );
}
