import { ProvenanceBadge } from "@/components/ui/provenance-badge";
import type { ProvenanceName } from "@/lib/gaps/threshold-text";

interface ThresholdBadgeProps {
  source: ProvenanceName | null;
  /** Citation, shown on hover. */
  citation: string | null;
}

/** Where a threshold comes from, in a narrow column. A compared one says nothing: quiet by default. */
export function ThresholdBadge({ source, citation }: ThresholdBadgeProps) {
  if (source === null || source === "sourced") return null;
  return (
    <span className="mt-0.5 block leading-none">
      <ProvenanceBadge
        kind={source}
        form="under"
        {...(source === "recalled" ? { text: "chưa đối chiếu" } : {})}
        {...(citation ? { title: citation } : {})}
      />
    </span>
  );
}
