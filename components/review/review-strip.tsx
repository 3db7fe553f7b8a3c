import Link from "next/link";
import { VerdictSign } from "@/components/ui/verdict-sign";
import { VERDICT_CELL } from "@/components/ui/verdict-style";
import { VERDICT_WORDS } from "@/lib/criteria/words";
import type { ReviewSheetView } from "@/lib/reviews/types";
import { STATE_WORDS } from "@/lib/reviews/words";

/** Under each cell, what was said of the criterion; the same in words in its name. */
const MARKS = {
  waiting: "bg-transparent",
  agreed: "bg-ink-3",
  returned: "bg-regress",
  asked: "bg-chart-5",
  answered: "bg-chart-5",
} as const;

interface ReviewStripProps {
  cells: ReviewSheetView["cells"];
  current: number;
  hrefs: Readonly<Record<number, string>>;
}

/** The sheet as one strip: verdict of each criterion, and below it where its review stands. */
export function ReviewStrip({ cells, current, hrefs }: ReviewStripProps) {
  return (
    <nav aria-label="Tiêu chí của phiếu" className="overflow-x-auto p-1 print:hidden">
      <ol className="grid auto-cols-[minmax(1.5rem,1fr)] grid-flow-col gap-0.5 font-num">
        {cells.map((cell) => {
          const name = `Tiêu chí ${cell.number} ${cell.title}: ${VERDICT_WORDS[cell.state]}, ${STATE_WORDS[cell.reviewState]}`;
          const isCurrent = cell.number === current;
          return (
            <li key={cell.number} className="min-w-6">
              <Link
                href={hrefs[cell.number] ?? "#"}
                prefetch={false}
                title={name}
                aria-label={name}
                aria-current={isCurrent ? "true" : undefined}
                className={`flex h-8.5 flex-col items-center justify-center gap-px rounded-[2px] text-13 leading-[1.1] font-medium no-underline hover:outline-2 hover:outline-ink ${VERDICT_CELL[cell.state]} ${
                  isCurrent ? "outline-3 outline-offset-1 outline-accent" : ""
                }`}
              >
                <span aria-hidden="true">{cell.number}</span>
                <VerdictSign state={cell.state} size={11} />
              </Link>
              <span className={`mt-1 block h-1 ${MARKS[cell.reviewState]}`} aria-hidden="true" />
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
