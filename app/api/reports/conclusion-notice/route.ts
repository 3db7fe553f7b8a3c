import { authorizeUnit } from "@/lib/auth/authorize";
import { getSession } from "@/lib/auth/session";
import { parsePeriod } from "@/lib/numbers/periods";
import { exportConclusionNotice } from "@/lib/reports/conclusion-notice/export-notice";
import { readConclusionNotice } from "@/lib/reports/conclusion-notice/read-notice";
import { respondWithDocx, respondWithMessage } from "@/lib/reports/respond";

/** GET ?unit=ban-bo&set=NTMNC_XA_2021_2025&period=2023-Q1&annex=1 → the notice as a Word file. */
export async function GET(request: Request): Promise<Response> {
  const params = new URL(request.url).searchParams;
  const session = await getSession();
  if (session === null) {
    return respondWithMessage(request, 401, "Phiên làm việc đã hết. Đăng nhập lại rồi xuất văn bản.");
  }
  const unit = await authorizeUnit(session, params.get("unit") ?? "", "document.export");
  if (unit === null) {
    return respondWithMessage(
      request,
      404,
      "Không tìm thấy đơn vị. Đường dẫn sai, hoặc đơn vị không thuộc phạm vi của anh/chị.",
    );
  }
  const periodText = params.get("period");
  const period = parsePeriod(periodText);
  if (periodText && period === null) {
    return respondWithMessage(request, 400, "Kỳ trong đường dẫn không đúng. Kỳ ghi như 2024-Q4.");
  }
  const loaded = await readConclusionNotice({ unitId: unit.id, setCode: params.get("set") || null, period });
  if (!loaded.ok) return respondWithMessage(request, 404, loaded.message);
  const options = { withAnnex: params.get("annex") === "1" };
  const file = await exportConclusionNotice(loaded.value.facts, options, session.displayName);
  return file.ok ? respondWithDocx(file.value) : respondWithMessage(request, 409, file.message);
}
