import Link from "next/link";
import type { ReactNode } from "react";
import type { DocumentView } from "@/lib/documents/types";
import { formatDate } from "@/lib/numbers/dates";

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[10.5rem_1fr] gap-x-4 border-b border-line py-2 last:border-b-0 max-desk:grid-cols-1">
      <dt className="text-14 text-ink-3">{label}</dt>
      <dd className="font-num text-15 break-words">{children}</dd>
    </div>
  );
}

const NOT_PRINTED = <span className="text-ink-3 italic">bản lưu không in</span>;

/** Head of the copy as printed, with what it does not print said as such. */
export function HeaderFacts({ document }: { document: DocumentView }) {
  const { meeting } = document;
  return (
    <dl>
      {document.headerLines.map((line) => (
        <Line key={line.label} label={line.label}>
          {line.value ?? NOT_PRINTED}
        </Line>
      ))}
      <Line label="Đơn vị">
        {document.units.map((unit, index) => (
          <span key={unit.code}>
            {index > 0 ? ", " : null}
            {unit.isCommune ? <Link href={`/communes/${unit.code}`}>{unit.label}</Link> : unit.label}
          </span>
        ))}
      </Line>
      {meeting === null ? null : (
        <Line label="Cuộc làm việc">
          {meeting.date === null ? NOT_PRINTED : `ngày ${formatDate(meeting.date)}`}
          {meeting.counterparts.length > 0 ? `, với ${meeting.counterparts.join("; ")}` : null}
          {meeting.attendingBodies.length > 0 ? (
            <details className="mt-1">
              <summary className="cursor-pointer py-0.5 text-accent underline underline-offset-3">
                {meeting.attendingBodies.length} cơ quan, đơn vị tham gia
              </summary>
              <p className="mt-1 text-14 text-ink-2">{meeting.attendingBodies.join(", ")}</p>
            </details>
          ) : null}
        </Line>
      )}
      <Line label="Nơi nhận">
        {document.recipients.length > 0 ? document.recipients.join("; ") : NOT_PRINTED}
      </Line>
      {document.references.length === 0 ? null : (
        <Line label="Văn bản dẫn chiếu">
          <ul>
            {document.references.map((reference) => (
              <li key={`${reference.type} ${reference.number ?? ""} ${reference.date ?? ""}`}>
                {[
                  reference.type,
                  reference.number,
                  reference.date && /^\d{4}-\d{2}-\d{2}$/.test(reference.date)
                    ? `ngày ${formatDate(reference.date)}`
                    : reference.date,
                  reference.issuer,
                ]
                  .filter(Boolean)
                  .join(" ")}
              </li>
            ))}
          </ul>
        </Line>
      )}
    </dl>
  );
}
