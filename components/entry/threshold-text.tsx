import { ProvenanceBadge } from "@/components/ui/provenance-badge";
import { sayThreshold } from "@/lib/entry/texts";
import type { ResolvedIndicator } from "@/lib/scoring/types";

interface ThresholdTextProps {
  indicator: ResolvedIndicator;
  /** "QĐ 318". */
  citation: string;
}

/** The level to reach and, under it, where that number comes from. */
export function ThresholdText({ indicator, citation }: ThresholdTextProps) {
  const text = sayThreshold(indicator);
  const { row, reason } = indicator.threshold;
  if (text === null || row === null) {
    const isProvince = reason === "province-decides";
    return (
      <>
        <span className="block text-undef">chưa có mức</span>
        {isProvince ? <ProvenanceBadge kind="province" form="under" text="chờ tỉnh quy định" /> : null}
      </>
    );
  }
  const isSourced = row.provenance === "sourced";
  return (
    <>
      <span className="block font-medium">{text}</span>
      <ProvenanceBadge
        kind={row.provenance}
        form="under"
        title={row.source}
        {...(isSourced ? { text: `${citation} · đã đối chiếu` } : {})}
      />
    </>
  );
}
