import { ProvenanceBadge } from "@/components/ui/provenance-badge";
import { VerdictMark } from "@/components/ui/verdict-mark";
import type { CommuneIndicator } from "@/lib/communes/types";
import styles from "./indicator-table.module.css";

interface IndicatorTableProps {
  indicators: CommuneIndicator[];
  /** "Tiêu chí 8 Thông tin và Truyền thông". */
  caption: string;
  /** "So quý III". */
  changeTitle: string;
}

function IndicatorRow({ indicator, changeTitle }: { indicator: CommuneIndicator; changeTitle: string }) {
  return (
    <tr {...(indicator.isLimb ? { "data-limb": "" } : {})}>
      <td>
        <b className="font-semibold">{indicator.code}</b> {indicator.title}
        {indicator.unit && !indicator.isParent ? (
          <span className="text-13 text-ink-3"> ({indicator.unit})</span>
        ) : null}
        {indicator.note ? <span className="block text-13 text-ink-2">Ghi chú: {indicator.note}</span> : null}
      </td>
      <td data-n="" data-l="Hiện tại">
        {indicator.value ?? (indicator.isParent ? "" : "–")}
      </td>
      <td data-n="" data-l="Mức" className="text-ink-2">
        {indicator.threshold ?? (indicator.isParent ? "" : "–")}
        {indicator.thresholdSource ? (
          <span className="mt-0.5 block leading-none">
            <ProvenanceBadge
              kind={indicator.thresholdSource}
              form="under"
              {...(indicator.thresholdText ? { title: indicator.thresholdText } : {})}
            />
          </span>
        ) : null}
      </td>
      <td data-n="" data-l={changeTitle} className="text-ink-2">
        {indicator.change ?? (indicator.isParent ? "" : "–")}
      </td>
      <td>
        <VerdictMark state={indicator.state} />
        {indicator.gapWords ? <span className="block text-13 text-ink-2">{indicator.gapWords}</span> : null}
      </td>
    </tr>
  );
}

/** Value, threshold with its source, movement, verdict with its gap. */
export function IndicatorTable({ indicators, caption, changeTitle }: IndicatorTableProps) {
  return (
    <table className={styles.indicators}>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Chỉ tiêu</th>
          <th scope="col" data-n="" className="w-28">
            Hiện tại
          </th>
          <th scope="col" data-n="" className="w-40">
            Mức
          </th>
          <th scope="col" data-n="" className="w-24">
            {changeTitle}
          </th>
          <th scope="col" className="w-52">
            Kết quả
          </th>
        </tr>
      </thead>
      <tbody>
        {indicators.map((indicator) => (
          <IndicatorRow key={indicator.id} indicator={indicator} changeTitle={changeTitle} />
        ))}
      </tbody>
    </table>
  );
}
