import type { ReviewEvidence } from "@/lib/reviews/types";

/** Evidence of the criterion in view, beside its figures. */
export function EvidenceSummary({ evidence }: { evidence: readonly ReviewEvidence[] }) {
  if (evidence.length === 0)
    return <p className="text-14 text-ink-2">Xã chưa nộp minh chứng cho tiêu chí này.</p>;
  return (
    <ul className="grid gap-2.5">
      {evidence.map((item) => (
        <li key={item.id} className="text-14">
          <b className="font-num font-semibold">{item.indicatorCode}</b>{" "}
          {item.kind === "link" && item.url ? (
            <a href={item.url} rel="noopener noreferrer" target="_blank">
              {item.title}
            </a>
          ) : item.kind === "file" ? (
            <a href={`/api/evidence/${item.id}?preview=1`} target="_blank" rel="noopener">
              {item.title}
            </a>
          ) : (
            item.title
          )}
          {item.documentText ? <span className="block text-ink-2">{item.documentText}</span> : null}
          <span className="block font-num text-13 text-ink-2">{item.addedText}</span>
        </li>
      ))}
    </ul>
  );
}
