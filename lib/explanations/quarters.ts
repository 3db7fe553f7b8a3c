import "server-only";
import { describeValue } from "@/lib/gaps/threshold-text";
import { formatPeriod, listPeriodsEndingAt, type Period } from "@/lib/numbers/periods";
import { displayState } from "@/lib/scoring/display";
import type { DecimalText, IndicatorDefinition, Verdict } from "@/lib/scoring/types";
import type { Transaction } from "@/lib/server/db";
import type { QuarterView } from "./types";

/** Two years, as the meeting looks at them. */
const QUARTERS = 8;

interface QuarterRow {
  period: Period;
  status: string;
  verdict: Verdict | null;
  isNear: boolean | null;
  value: DecimalText | null;
  booleanValue: boolean | null;
  gradeValue: string | null;
  threshold: DecimalText | null;
}

/** The figure over the last quarters up to this one; quarters without a sheet are left out at the front. */
export async function loadQuarters(
  client: Transaction,
  subject: { unitId: number; setId: number; period: Period; indicator: IndicatorDefinition },
): Promise<QuarterView[]> {
  const { unitId, setId, period, indicator } = subject;
  const periods = listPeriodsEndingAt(period, QUARTERS);
  const rows = await client.$queryRaw<QuarterRow[]>`
    SELECT s."period", s."status"::text AS "status", v."verdict"::text AS "verdict", v."isNear",
           trim_scale(f."value")::text AS "value", f."booleanValue", f."gradeValue",
           trim_scale(t."value")::text AS "threshold"
    FROM "Submission" s
    LEFT JOIN "IndicatorVerdict" v ON v."submissionId" = s."id" AND v."indicatorId" = ${indicator.id}
    LEFT JOIN "Figure" f ON f."submissionId" = s."id" AND f."indicatorId" = ${indicator.id}
    LEFT JOIN "Threshold" t ON t."id" = v."thresholdId"
    WHERE s."unitId" = ${unitId} AND s."setId" = ${setId} AND s."basis" = 'scored' AND s."period" = ANY(${periods})`;
  const rowOf = new Map(rows.map((row) => [row.period, row]));
  const first = periods.findIndex((one) => rowOf.has(one));
  if (first < 0) return [];
  return periods.slice(first).map((one, index, all) => {
    const row = rowOf.get(one);
    const before = rowOf.get(all[index - 1] ?? "");
    const verdict = row?.verdict ?? "missing";
    const previous = before && before.status !== "draft" ? before.verdict : null;
    return {
      period: one,
      tick: formatPeriod(one, "short"),
      value: row ? describeValue(row, indicator.decimals, row.threshold) : null,
      size: row?.value == null ? null : Number(row.value),
      state: displayState({ verdict, isNear: row?.isNear ?? false }, previous),
      isSettled: row?.status === "verified" || row?.status === "approved",
    };
  });
}
