import { ThresholdBadge } from "@/components/gaps/threshold-badge";
import { VerdictMark } from "@/components/ui/verdict-mark";
import type { CommuneIndicator } from "@/lib/communes/types";
import { nameFigurePath, type SheetAddress } from "@/lib/explanations/address";
import styles from "./indicator-table.module.css";

interface IndicatorTableProps {
  indicators: CommuneIndicator[];
  /** "Tiêu chí 8 Thông tin và Truyền thông". */
  caption: string;
  /** "So quý III". */
  changeTitle: string;
  /** Which sheet the figures belong to. */
  sheet: SheetAddress;
}

type IndicatorRowProps = Pick<IndicatorTableProps, "changeTitle" | "sheet"> & {
  indicator: CommuneIndicator;
};

function IndicatorRow({ indicator, changeTitle, sheet }: IndicatorRowProps) {
  return (
    <tr {...(indicator.isLimb ? { "data-limb": "" } : {})}>
      <td>
        <b className="font-semibold">{indicator.code}</b> {indicator.title}
        {indicator.unit && !indicator.isParent ? (
          <span className="text-13 text-ink-3"> ({indicator.unit})</span>
        ) : null}
        <a
          className="ml-2 text-14 whitespace-nowrap print:hidden"
          href={nameFigurePath({ ...sheet, code: indicator.code })}
        >
          Giải thích<span className="sr-only"> {indicator.code}</span>
        </a>
        {indicator.note ? <span className="block text-13 text-ink-2">Ghi chú: {indicator.note}</span> : null}
      </td>
      <td data-n="" data-l="Hiện tại">
        {indicator.value ?? (indicator.isParent ? "" : "–")}
      </td>
      <td data-n="" data-l="Mức" className="text-ink-2">
        {indicator.threshold ?? (indicator.isParent ? "" : "–")}
        <ThresholdBadge source={indicator.thresholdSource} citation={indicator.thresholdText} />
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
export function IndicatorTable({ indicators, caption, changeTitle, sheet }: IndicatorTableProps) {
  return (
    <table className={styles.indicators}>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Chỉ tiêu</th>
          <th scope="col" data-n="" className="w-20">
            Hiện tại
          </th>
          <th scope="col" data-n="" className="w-30">
            Mức
          </th>
          <th scope="col" data-n="" className="w-22">
            {changeTitle}
          </th>
          <th scope="col" className="w-44">
            Kết quả
          </th>
        </tr>
      </thead>
      <tbody>
        {indicators.map((indicator) => (
          <IndicatorRow key={indicator.id} indicator={indicator} changeTitle={changeTitle} sheet={sheet} />
        ))}
      </tbody>
    </table>
  );
}
