import { type StatTile, StatTiles } from "@/components/ui/stat-tiles";
import { formatDate } from "@/lib/numbers/dates";
import { formatChange, formatDecimal } from "@/lib/numbers/format";
import type { Overview } from "@/lib/overview/types";

const NOTHING_BEFORE = "chưa có kỳ trước để so";

function tellAverage(average: Overview["average"], previous: string, noun: string): string {
  if (average.change === null) return NOTHING_BEFORE;
  const change = `${formatChange(average.change.toFixed(1), 1)} so với ${previous}`;
  return average.comparedUnits < average.countedUnits
    ? `${change} (${average.comparedUnits} ${noun} có cả hai kỳ)`
    : change;
}

function tellSending(sending: Overview["sending"]): StatTile {
  const total = sending.sent + sending.notSent + sending.recorded;
  if (sending.recorded > 0 && sending.sent + sending.notSent === 0) {
    return {
      label: "Kết quả ghi từ văn bản",
      value: sending.recorded,
      of: total,
      hint: "không phải phiếu số liệu",
    };
  }
  const parts = [
    sending.dueOn ? `${sending.onTime} đúng hạn, ${sending.late} trễ` : "chưa đặt hạn gửi",
    `${sending.notSent} chưa gửi`,
    `đã thẩm định ${sending.verified}`,
  ];
  if (sending.dueOn) parts.push(`hạn ${formatDate(sending.dueOn)}`);
  return { label: "Phiếu đã gửi", value: sending.sent, of: total, hint: parts.join("; ") };
}

/** The headline figures. `previous` is "quý III". */
export function OverviewTiles({ overview, previous }: { overview: Overview; previous: string }) {
  const { complete, average, regressed, unitNoun, countedTotal } = overview;
  const noun = unitNoun.charAt(0).toLocaleUpperCase("vi") + unitNoun.slice(1);
  const isCompared = average.comparedUnits > 0 || regressed.criteria > 0;
  const items: StatTile[] = [
    {
      label: `${noun} đạt đủ ${countedTotal} tiêu chí`,
      value: complete.count,
      of: overview.units.length,
      hint: `${complete.previous === null ? NOTHING_BEFORE : `${previous}: ${complete.previous}`}; đã công nhận ${complete.recognised}`,
    },
    {
      label: "Bình quân tiêu chí đạt",
      value: average.value === null ? "–" : formatDecimal(average.value.toFixed(1), 1),
      of: countedTotal,
      hint: tellAverage(average, previous, unitNoun),
    },
    {
      label: "Suy giảm trong quý",
      ...(isCompared ? { value: regressed.criteria, of: "tiêu chí", ofIsUnit: true } : { value: "–" }),
      tone: regressed.criteria > 0 ? "regressed" : "default",
      hint: !isCompared
        ? NOTHING_BEFORE
        : regressed.units > 0
          ? `ở ${regressed.units} ${unitNoun}`
          : `không ${unitNoun} nào`,
    },
    tellSending(overview.sending),
  ];
  return <StatTiles items={items} />;
}
