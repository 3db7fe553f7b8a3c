import "server-only";
import type { AuthorizedUnitId } from "@/lib/auth/types";
import {
  comparePeriods,
  formatPeriod,
  type Period,
  parsePeriod,
  periodOfDate,
  periodYear,
} from "@/lib/numbers/periods";
import type { ThresholdContext } from "@/lib/scoring/types";
import type { Transaction } from "@/lib/server/db";
import { type Result, refuse, succeed } from "@/lib/server/result";

/** A unit under a set: what chooses its thresholds, and whether it follows the set at all. */
export interface SheetContext {
  setId: number;
  setCode: string;
  setTitle: string;
  setLevel: string;
  ownerUnitId: number | null;
  periodFrom: number;
  periodTo: number | null;
  unitLevel: string;
  isUnitIllustrative: boolean;
  isEnrolled: boolean;
  /** Whether any sheet of this unit under this set exists already. */
  hasSheets: boolean;
  province: string | null;
  stratum: string | null;
  communeType: string | null;
}

/** Reads the context of one unit under one set; null when there is no such set. One query. */
export async function loadSheetContext(
  client: Transaction,
  unitId: number,
  setCode: string,
): Promise<SheetContext | null> {
  const rows = await client.$queryRaw<SheetContext[]>`
    WITH RECURSIVE line AS (
      SELECT "id", "parentId", "code", "level", 0 AS depth FROM "AdministrativeUnit" WHERE "id" = ${unitId}
      UNION ALL
      SELECT p."id", p."parentId", p."code", p."level", depth + 1
      FROM line JOIN "AdministrativeUnit" p ON p."id" = line."parentId" WHERE depth < 10
    )
    SELECT s."id" AS "setId", s."code" AS "setCode", s."shortTitle" AS "setTitle", s."level"::text AS "setLevel",
           s."ownerUnitId", s."periodFrom", s."periodTo",
           u."level"::text AS "unitLevel", u."basis" = 'illustrative' AS "isUnitIllustrative",
           e."id" IS NOT NULL AS "isEnrolled",
           EXISTS (SELECT 1 FROM "Submission" x WHERE x."unitId" = u."id" AND x."setId" = s."id") AS "hasSheets",
           (SELECT "code" FROM line WHERE "level" = 'province' ORDER BY depth LIMIT 1) AS "province",
           st."code" AS "stratum", ct."code" AS "communeType"
    FROM "CriteriaSet" s
    JOIN "AdministrativeUnit" u ON u."id" = ${unitId}
    LEFT JOIN "Enrolment" e ON e."setId" = s."id" AND e."unitId" = u."id"
    LEFT JOIN "Stratum" st ON st."id" = e."stratumId"
    LEFT JOIN "Stratum" ct ON ct."id" = e."communeTypeId"
    WHERE s."code" = ${setCode}`;
  return rows[0] ?? null;
}

/** What lib/scoring chooses thresholds by. */
export function toThresholdContext(context: SheetContext, period: Period): ThresholdContext {
  const { province, stratum, communeType } = context;
  return { province, stratum, communeType, year: periodYear(period) };
}

export type SheetAddressReason = "unknown-set" | "unknown-period";

/**
 * Checks that a unit, a set and a period from an address (or a request) name a sheet that can exist.
 * The unit is authorised already; the rest gets a sentence that says what is wrong and what to do.
 */
export async function checkSheetAddress(
  client: Transaction,
  unit: { id: AuthorizedUnitId; label: string },
  setCode: string,
  periodText: string,
  today: string,
): Promise<Result<{ context: SheetContext; period: Period }, SheetAddressReason>> {
  const context = await loadSheetContext(client, unit.id, setCode);
  if (!context || (context.ownerUnitId !== null && context.ownerUnitId !== unit.id)) {
    return refuse(
      "unknown-set",
      `Không có bộ tiêu chí “${setCode}”. Chọn bộ tiêu chí ở thanh trên cùng của trang.`,
    );
  }
  if (context.setLevel !== context.unitLevel) {
    return refuse(
      "unknown-set",
      `Bộ tiêu chí ${context.setTitle} không dành cho ${unit.label}. Chọn bộ tiêu chí khác ở thanh trên cùng.`,
    );
  }
  if (!context.isEnrolled && !context.hasSheets && context.ownerUnitId === null) {
    return refuse(
      "unknown-set",
      `${unit.label} chưa đăng ký bộ tiêu chí ${context.setTitle}. Chọn bộ khác, hoặc nhờ Văn phòng điều phối đăng ký.`,
    );
  }
  const period = parsePeriod(periodText);
  if (!period) {
    return refuse(
      "unknown-period",
      `Không có kỳ báo cáo “${periodText}”. Kỳ ghi theo quý, ví dụ 2024-Q4; chọn kỳ ở thanh trên cùng.`,
    );
  }
  if (comparePeriods(period, periodOfDate(today)) > 0) {
    return refuse(
      "unknown-period",
      `${formatPeriod(period, "start")} chưa đến nên chưa nhập được. Chọn kỳ ở thanh trên cùng.`,
    );
  }
  const year = periodYear(period);
  if (year < context.periodFrom || (context.periodTo !== null && year > context.periodTo)) {
    const span =
      context.periodTo === null
        ? `từ năm ${context.periodFrom}`
        : `giai đoạn ${context.periodFrom}-${context.periodTo}`;
    return refuse(
      "unknown-period",
      `Bộ tiêu chí ${context.setTitle} áp dụng ${span}, không có ${formatPeriod(period)}. Chọn kỳ khác.`,
    );
  }
  return succeed({ context, period });
}
