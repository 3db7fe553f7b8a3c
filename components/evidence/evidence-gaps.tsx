import { Notice } from "@/components/ui/notice";
import type { EvidenceCompleteness } from "@/lib/evidence/types";
import { nameFigurePath } from "@/lib/explanations/address";

interface EvidenceGapsProps {
  completeness: EvidenceCompleteness;
  sheet: { unit: string; set: string; period: string };
}

/** Entered indicators that demand evidence and have none, each with the way to add it. */
export function EvidenceGaps({ completeness, sheet }: EvidenceGapsProps) {
  const { required, provided, missing } = completeness;
  if (missing.length === 0) return null;
  return (
    <div className="mb-4 max-desk:mx-4 desk:mb-6">
      <Notice tone="warn" title={`Minh chứng: ${provided}/${required} chỉ tiêu cần minh chứng đã có.`}>
        Còn thiếu:{" "}
        {missing.map((code, index) => (
          <span key={code}>
            {index > 0 ? ", " : ""}
            <a href={`${nameFigurePath({ ...sheet, code })}#minh-chung`}>{code}</a>
          </span>
        ))}
        .
      </Notice>
    </div>
  );
}
