import "server-only";
import { createHash } from "node:crypto";
import { authorizeUnit } from "@/lib/auth/authorize";
import { NOT_FOUND_MESSAGE } from "@/lib/auth/messages";
import type { AppSession, AuthorizedUnit } from "@/lib/auth/types";
import { formatPeriod, parsePeriod } from "@/lib/numbers/periods";
import { db } from "@/lib/server/db";
import { type Result, refuse, succeed } from "@/lib/server/result";
import { loadGround, loadSetVersion } from "./ground";
import { chooseSheet } from "./guess-columns";
import { findMarkedSheets, type MarkedSheet } from "./read-template";
import { readWorkbook } from "./read-workbook";
import { actOf, listImportUnits } from "./template-queries";
import type { RawWorkbook, TemplateMark } from "./types";

export interface UploadedFile {
  name: string;
  bytes: Buffer;
}

/** An upload that was read and belongs where it was uploaded to; what is kept until the commit. */
export interface AcceptedUpload {
  kind: "template" | "many" | "own";
  setId: number;
  period: string;
  fileName: string;
  checksum: string;
  content: RawWorkbook;
}

/** A name to show and keep: no path, no control signs, not longer than a line. */
export function cleanFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  const clean = [...last.normalize("NFC")]
    .filter((sign) => !/[\p{Cc}\p{Cf}]/u.test(sign))
    .join("")
    .trim();
  return clean.slice(0, 120) || "tệp không tên";
}

const GET_NEW = "Tải mẫu ở bước 1 rồi chép số liệu sang.";

function checkMark(
  mark: TemplateMark,
  wanted: { set: string; setTitle: string; period: string; version: string },
): Result<null> {
  if (mark.set !== wanted.set) {
    return refuse(
      "wrong-set",
      `Tệp này là mẫu của bộ tiêu chí khác (${mark.set}), còn đang nhập ${wanted.setTitle}. Chọn đúng tệp, hoặc đổi bộ tiêu chí ở thanh trên cùng.`,
    );
  }
  if (mark.period !== wanted.period) {
    const period = parsePeriod(mark.period);
    const said = period ? formatPeriod(period) : mark.period;
    return refuse(
      "wrong-period",
      `Tệp này là mẫu của ${said}, còn đang nhập ${formatPeriod(parsePeriod(wanted.period) ?? wanted.period)}. Chọn đúng tệp, hoặc đổi kỳ ở thanh trên cùng.`,
    );
  }
  if (mark.version !== wanted.version) {
    return refuse(
      "wrong-version",
      `Tệp này tải từ bản cũ của bộ tiêu chí; từ đó bộ tiêu chí đã được sửa. ${GET_NEW}`,
    );
  }
  return succeed(null);
}

function findTwice(marked: readonly MarkedSheet[]): MarkedSheet | null {
  const seen = new Set<string>();
  for (const item of marked) {
    if (seen.has(item.mark.unit)) return item;
    seen.add(item.mark.unit);
  }
  return null;
}

interface Place {
  session: AppSession;
  unit: AuthorizedUnit;
  set: { id: number; code: string; version: string; shortTitle: string; level: string };
  period: string;
}

async function acceptMany(marked: readonly MarkedSheet[], place: Place): Promise<Result<RawWorkbook>> {
  const { session, unit, set, period } = place;
  if (marked.length === 0) {
    return refuse(
      "not-template",
      `Tệp nhiều đơn vị phải là mẫu tải từ đây, mỗi đơn vị một trang tính. ${GET_NEW}`,
    );
  }
  const twice = findTwice(marked);
  if (twice) {
    return refuse(
      "twice",
      `Trang “${twice.sheet.name}” lặp lại một đơn vị đã có ở trang khác. Xóa một trong hai.`,
    );
  }
  const wanted = { set: set.code, setTitle: set.shortTitle, period, version: set.version };
  const within = new Set((await listImportUnits(session, unit, set, true)).map((item) => item.unit.code));
  for (const { mark, sheet } of marked) {
    const checked = checkMark(mark, wanted);
    if (!checked.ok) return checked;
    if (!within.has(mark.unit)) {
      return refuse(
        "wrong-unit",
        `Trang “${sheet.name}” không phải của một đơn vị thuộc ${unit.label}. Xóa trang đó hoặc chọn đúng tệp.`,
      );
    }
  }
  return succeed({ sheets: marked.map(({ sheet }) => sheet) });
}

async function acceptOne(
  workbook: RawWorkbook,
  marked: readonly MarkedSheet[],
  place: Place,
): Promise<Result<{ kind: "template" | "own"; content: RawWorkbook }>> {
  const { unit, set, period } = place;
  const ground = await loadGround(db, unit, set.code, period, false);
  if (!ground.ok) return ground;
  if (ground.value.lock !== null) return refuse("locked", ground.value.lock);
  if (marked.length > 0) {
    const own = marked.filter(({ mark }) => mark.unit === unit.code);
    const [first] = own;
    if (!first) {
      return refuse(
        "wrong-unit",
        `Tệp này là mẫu của đơn vị khác (${marked[0]?.mark.unit}), còn đang nhập cho ${unit.label}. Chọn đúng tệp.`,
      );
    }
    const twice = findTwice(own);
    if (twice)
      return refuse(
        "twice",
        `Trang “${twice.sheet.name}” lặp lại phiếu của ${unit.label}. Xóa một trong hai.`,
      );
    const checked = checkMark(first.mark, {
      set: set.code,
      setTitle: set.shortTitle,
      period,
      version: set.version,
    });
    return checked.ok ? succeed({ kind: "template", content: { sheets: [first.sheet] } }) : checked;
  }
  const sheets = workbook.sheets.filter((sheet) => !sheet.isHidden && sheet.rows.length > 0);
  if (sheets.length === 0 || !chooseSheet(sheets, ground.value.resolved)) {
    return refuse("empty-file", "Tệp không có trang tính nào có số liệu. Chọn đúng tệp đã điền.");
  }
  return succeed({ kind: "own", content: { sheets } });
}

/**
 * Reads an uploaded file and checks that it belongs to the unit, set and period it was uploaded for. Nothing is
 * written. Whether the user may import there, one sheet or many, is asked before the file is opened.
 */
export async function acceptUpload(
  session: AppSession,
  unit: AuthorizedUnit,
  setCode: string,
  periodText: string,
  file: UploadedFile,
): Promise<Result<AcceptedUpload>> {
  const found = await loadSetVersion(db, setCode);
  if (!found.ok) return found;
  const period = parsePeriod(periodText);
  if (!period) return refuse("unknown-period", `Không có kỳ báo cáo “${periodText}”. Kỳ ghi như 2024-Q4.`);
  const isMany = found.value.level !== unit.level;
  if (!(await authorizeUnit(session, unit.code, actOf(isMany))))
    return refuse("not-found", NOT_FOUND_MESSAGE);
  const read = await readWorkbook(file.bytes);
  if (!read.ok) return read;
  const set = { ...found.value, code: setCode };
  const place = { session, unit, set, period };
  const marked = findMarkedSheets(read.value);
  const shared = {
    setId: set.id,
    period,
    fileName: cleanFileName(file.name),
    checksum: createHash("sha256").update(file.bytes).digest("hex"),
  };
  if (isMany) {
    const many = await acceptMany(marked, place);
    return many.ok ? succeed({ ...shared, kind: "many", content: many.value }) : many;
  }
  const one = await acceptOne(read.value, marked, place);
  return one.ok ? succeed({ ...shared, ...one.value }) : one;
}
