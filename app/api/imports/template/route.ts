import { authorizeUnit } from "@/lib/auth/authorize";
import { NOT_FOUND_MESSAGE, SIGNED_OUT_MESSAGE } from "@/lib/auth/messages";
import { getSession } from "@/lib/auth/session";
import { respondWithWorkbook } from "@/lib/imports/respond";
import { makeTemplate } from "@/lib/imports/template-queries";

function refuseWith(status: number, message: string): Response {
  return new Response(message, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}

/** GET ?unit=mau-01&set=…&period=2024-Q4 → the workbook to fill in, a sheet per unit that follows the set. */
export async function GET(request: Request): Promise<Response> {
  const params = new URL(request.url).searchParams;
  const session = await getSession();
  if (session === null) return refuseWith(401, SIGNED_OUT_MESSAGE);
  const code = params.get("unit") ?? "";
  const unit =
    (await authorizeUnit(session, code, "figure.enter")) ??
    (await authorizeUnit(session, code, "figure.import-many"));
  if (unit === null) return refuseWith(404, NOT_FOUND_MESSAGE);
  const made = await makeTemplate(session, unit, params.get("set") ?? "", params.get("period") ?? "");
  return made.ok ? respondWithWorkbook(made.value) : refuseWith(404, made.message);
}
