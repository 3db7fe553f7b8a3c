import { ProvenanceBadge } from "@/components/ui/provenance-badge";
import { Tag } from "@/components/ui/tag";
import { VerdictMark } from "@/components/ui/verdict-mark";
import { nameFigurePath } from "@/lib/explanations/address";
import type { GapItem } from "@/lib/gaps/types";
import { formatDate } from "@/lib/numbers/dates";
import { describeDeadline } from "@/lib/numbers/deadlines";
import styles from "./gap-table.module.css";
import { ThresholdBadge } from "./threshold-badge";

interface GapRowProps {
  item: GapItem & { position: number };
  /** "set=…&period=…". */
  query: string;
  today: string;
  /** "So quý III". */
  changeTitle: string;
}

function Deadline({ item, today }: { item: GapItem; today: string }) {
  if (item.deadline === null) {
    return (
      <span className="text-ink-3">{item.deadlineText ?? (item.taskTitle ? "không ghi hạn" : "–")}</span>
    );
  }
  const { state, text } = describeDeadline(item.deadline, today);
  return (
    <>
      {item.deadlineText ?? formatDate(item.deadline)}
      {state === "later" ? null : (
        <span className="mt-0.5 block">
          <Tag tone={state === "overdue" ? "late" : "soon"}>{text}</Tag>
        </span>
      )}
    </>
  );
}

function Threshold({ item }: { item: GapItem }) {
  return (
    <>
      {item.threshold ?? "–"}
      <ThresholdBadge source={item.thresholdSource} citation={item.thresholdText} />
    </>
  );
}

function nameItemPath(unit: string, code: string, query: string): string {
  const context = new URLSearchParams(query);
  return nameFigurePath({ unit, code, set: context.get("set") ?? "", period: context.get("period") ?? "" });
}

/** One gap: how much is lacking, who acts, until when, and an empty cell to write the conclusion in. */
export function GapRow({ item, query, today, changeTitle }: GapRowProps) {
  const address = `/communes/${item.unitCode}?${query}${item.number === null ? "" : `#c${item.number}`}`;
  return (
    <tr>
      <td data-c="no" data-n="">
        {item.position}
      </td>
      <td data-c="name">
        <a href={address}>{item.unitLabel}</a>
      </td>
      <td data-c="what" data-copy={[item.code ?? item.number ?? "", item.title].join(" ").trim()}>
        {item.code || item.number !== null ? (
          <b className="font-semibold">{item.code ?? item.number} </b>
        ) : null}
        {item.title}
        <span className="block">
          <VerdictMark state={item.state} />
          {item.kind === "criterion" ? (
            <span className="ml-2">
              <ProvenanceBadge kind="recorded" />
            </span>
          ) : null}
          {item.code ? (
            <a
              className="ml-2 text-14 whitespace-nowrap print:hidden"
              href={nameItemPath(item.unitCode, item.code, query)}
            >
              Giải thích<span className="sr-only"> {item.code}</span>
            </a>
          ) : null}
        </span>
      </td>
      <td data-c="unit">{item.measureUnit}</td>
      <td data-n="" data-l="Hiện tại">
        {item.value ?? "–"}
        {item.value && item.measureUnit ? <span className={styles.inline}> {item.measureUnit}</span> : null}
      </td>
      <td data-c="level" data-n="" data-l="Mức">
        <Threshold item={item} />
      </td>
      <td data-n="" data-l="Còn thiếu" data-copy={item.gap ?? ""}>
        {item.gap === null ? (
          "–"
        ) : (
          <>
            <b className="font-semibold" title={item.gapWords ?? undefined}>
              {item.gap}
            </b>
            {item.progress === null ? null : (
              <span className={styles.bar} aria-hidden="true">
                <i style={{ width: `${Math.round(Number(item.progress) * 100)}%` }} />
              </span>
            )}
          </>
        )}
      </td>
      <td data-n="" data-l={changeTitle} className={item.isWorse ? "text-regress" : ""}>
        {item.change ?? "–"}
      </td>
      <td data-c="task">
        {item.taskTitle ?? <span className="text-ink-3">chưa giao nhiệm vụ</span>}
        {item.otherTasks > 0 ? ` (và ${item.otherTasks} việc khác)` : ""}
        <small>{item.owner}</small>
        {item.official ? <small>Xã: {item.official}</small> : null}
      </td>
      <td data-l="Hạn">
        <Deadline item={item} today={today} />
      </td>
      <td data-c="note" />
    </tr>
  );
}
