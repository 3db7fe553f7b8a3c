import { IllustrativeBadge } from "@/components/ui/illustrative-badge";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { nameSheet } from "@/lib/entry/carry-over";
import { describeSheet, sayMissing } from "@/lib/entry/check-facts";
import { listFields } from "@/lib/entry/fields";
import { sayTime } from "@/lib/entry/texts";
import { formatPeriod } from "@/lib/numbers/periods";
import { listBlocking } from "@/lib/plausibility/check";
import type { Finding } from "@/lib/plausibility/types";
import type { EntrySheet } from "@/lib/submissions/entry-types";
import { CarriedSummary } from "./carried-summary";
import { CheckSummary } from "./check-summary";
import { CheckTable } from "./check-table";
import { FindingsPanel } from "./findings-panel";
import { SendForm } from "./send-form";
import { SoftLinks } from "./soft-links";

interface CheckScreenProps {
  sheet: EntrySheet;
  entryHref: string;
}

function sayRefusal(sheet: EntrySheet): string | null {
  if (sheet.submission === null) return "Chưa có số liệu nào của kỳ này. Nhập số liệu rồi gửi.";
  return sheet.canSend ? null : "Tài khoản này không gửi được phiếu của đơn vị.";
}

function sayDoubts(findings: readonly Finding[]): string | null {
  const blocking = listBlocking(findings);
  const errors = blocking.filter(({ severity }) => severity === "error").length;
  const reasons = blocking.length - errors;
  const parts = [
    errors > 0 ? `sửa ${errors} chỗ` : "",
    reasons > 0 ? `ghi lý do cho ${reasons} chỗ` : "",
  ].filter(Boolean);
  return parts.length === 0 ? null : `Nút mở khi đã ${parts.join(" và ")} ở danh sách bên cạnh.`;
}

function listVersions(sheet: EntrySheet, findings: readonly Finding[]) {
  return Object.fromEntries(
    findings.flatMap(({ indicatorId }) => {
      const figure = sheet.figures[indicatorId];
      return figure ? [[indicatorId, { version: figure.version, note: figure.note }]] : [];
    }),
  );
}

/** Check your answers: every criterion in one line, the sheet at a glance, the confirmation and the button. */
export function CheckScreen({ sheet, entryHref }: CheckScreenProps) {
  const facts = describeSheet(sheet);
  const { lock, submission } = sheet;
  const address = { unit: sheet.unit.code, set: sheet.set.code, period: sheet.period };
  const isSent = submission?.status === "submitted" && submission.submittedAt !== null;
  const codes = Object.fromEntries(
    listFields(sheet.resolved).map(({ indicator }) => [indicator.id, indicator.code]),
  );
  return (
    <SoftLinks>
      <PageHead
        title={lock ? `Phiếu ${formatPeriod(sheet.period)}` : "Kiểm tra trước khi gửi"}
        badge={sheet.isIllustrative ? <IllustrativeBadge /> : null}
        lead={lock ? null : "Sau khi gửi, phiếu khóa lại cho đến khi cấp trên đồng ý hoặc trả lại."}
      />
      {isSent && submission.submittedAt !== null ? (
        <div className="mb-4 max-desk:mx-4 desk:mb-6">
          <Notice tone="done">
            Đã gửi phiếu {formatPeriod(sheet.period)} lúc {sayTime(submission.submittedAt)}, đang chờ thẩm
            định.
            {submission.submittedByName ? ` Người gửi: ${submission.submittedByName}.` : ""}
          </Notice>
        </div>
      ) : null}
      <div className="grid items-start gap-6 max-desk:gap-4 desk:grid-cols-[minmax(0,1fr)_340px]">
        <div className="min-w-0">
          {lock ? null : <CarriedSummary name={nameSheet(sheet)} entryHref={entryHref} codes={codes} />}
          {lock ? null : (
            <FindingsPanel
              address={address}
              entryHref={entryHref}
              findings={facts.findings}
              figures={listVersions(sheet, facts.findings)}
            />
          )}
          <CheckTable rows={facts.rows} entryHref={entryHref} isLocked={lock !== null} />
        </div>
        <CheckSummary sheet={sheet} facts={facts} entryHref={entryHref}>
          {lock ? (
            <>
              <p className="text-15">{lock.message}</p>
              <p className="mt-3">
                <a href={entryHref}>Xem phiếu</a>
              </p>
            </>
          ) : (
            <SendForm
              {...address}
              entryHref={entryHref}
              missing={facts.missingCodes.length > 0 ? sayMissing(facts.missingCodes) : null}
              refusal={sayRefusal(sheet) ?? sayDoubts(facts.findings)}
            />
          )}
        </CheckSummary>
      </div>
    </SoftLinks>
  );
}
