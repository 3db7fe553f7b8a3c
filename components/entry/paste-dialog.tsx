"use client";

import { useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { INPUT } from "@/components/ui/field-style";
import type { EntryField } from "@/lib/entry/fields";
import { guessReading, type PasteReading, planPaste, readBlock } from "@/lib/entry/paste";
import type { FillEntry } from "@/lib/entry/sheet-store";
import { formatDecimalInput } from "@/lib/numbers/format";
import { CheckBox } from "./check-box";
import { useEntryStore } from "./entry-store-context";
import { PasteLineRow } from "./paste-line-row";

interface PasteDialogProps {
  text: string;
  /** Fields that take a figure, in the order shown. */
  fields: readonly EntryField[];
  /** The one pasted into. */
  startId: number;
  onClose: () => void;
}

/** Names of columns as Excel has them, from the left of what was pasted. */
const nameColumn = (column: number) => `cột ${column + 1}`;

function listSources(width: number, codeColumn: number | null): PasteReading["source"][] {
  const columns = Array.from({ length: width }, (_, column) => column).filter(
    (column) => column !== codeColumn,
  );
  return [
    ...columns.map((column) => ({ kind: "value" as const, column })),
    ...columns.slice(1).map((denominator, index) => ({
      kind: "ratio" as const,
      numerator: columns[index] ?? 0,
      denominator,
    })),
  ];
}

function saySource(source: PasteReading["source"], block: readonly string[][]): string {
  if (source.kind === "ratio") {
    return `tử số ở ${nameColumn(source.numerator)}, mẫu số ở ${nameColumn(source.denominator)}`;
  }
  const sample = block.map((row) => row[source.column] ?? "").filter(Boolean);
  return `${nameColumn(source.column)}: ${sample.slice(0, 3).join("; ").slice(0, 40)}${sample.length > 3 ? "; …" : ""}`;
}

/** What goes where of a pasted block: old and new value of each row, what is refused and why, what must be chosen. */
export default function PasteDialog({ text, fields, startId, onClose }: PasteDialogProps) {
  const store = useEntryStore();
  const dialog = useRef<HTMLDialogElement>(null);
  const writeButton = useRef<HTMLButtonElement>(null);
  const ids = { title: useId(), source: useId() };
  const start = Math.max(
    0,
    fields.findIndex(({ indicator }) => indicator.id === startId),
  );
  const [block] = useState(() => readBlock(text));
  const [reading, setReading] = useState(() => guessReading(block, fields, start));
  const [chosen, setChosen] = useState<Readonly<Record<number, string>>>({});
  useEffect(() => {
    dialog.current?.showModal();
    // Enter writes what the preview shows.
    writeButton.current?.focus();
  }, []);

  const { cells } = store.getView().state;
  const plan = planPaste(block, reading, {
    fields,
    start,
    exemptions: store.sheet.exemptions,
    draftOf: (id) => cells[id]?.draft,
  });
  const width = Math.max(1, ...block.map((row) => row.length));
  const sources = listSources(width, reading.codeColumn);
  const due: FillEntry[] = plan.lines.flatMap(({ field, outcome }) => {
    const { id } = field.indicator;
    if (outcome.kind === "write") return [{ id, draft: outcome.draft }];
    const answer = chosen[id];
    return outcome.kind === "question" && answer !== undefined
      ? [{ id, draft: outcome.make(formatDecimalInput(answer)) }]
      : [];
  });
  const count = (kind: string) => plan.lines.filter(({ outcome }) => outcome.kind === kind).length;
  const open = plan.lines.filter(
    ({ outcome, field }) => outcome.kind === "question" && chosen[field.indicator.id] === undefined,
  ).length;
  const notes = [
    [count("refused"), "ô không nhận được"],
    [open, "ô phải chọn cách đọc"],
    [count("same"), "ô đã đúng như vậy"],
    [plan.strays.length, "dòng không có chỗ ghi"],
    [plan.emptyRows, "dòng trống, giữ số đang có"],
  ] as const;

  function apply() {
    store.fill("paste", due);
    onClose();
  }

  return (
    <dialog
      ref={dialog}
      aria-labelledby={ids.title}
      onClose={onClose}
      className="m-auto max-h-[min(44rem,92vh)] w-[min(54rem,94vw)] overflow-hidden rounded-panel border border-line-2 bg-surface p-0 text-ink backdrop:bg-ink/35 open:flex open:flex-col"
    >
      <div className="border-b border-line px-4.5 py-3.5">
        <h2 id={ids.title} className="text-18 font-semibold">
          Dán từ bảng tính: xem trước
        </h2>
        <p className="mt-1 text-14 text-ink-2" role="status">
          Sẽ ghi <b>{due.length} ô</b>
          {notes.map(([number, words]) => (number > 0 ? ` · ${number} ${words}` : ""))}. Chưa ô nào được ghi.
        </p>
        <p className="mt-1 text-14 text-ink-2">
          {reading.codeColumn === null
            ? `Từng dòng đi lần lượt xuống, bắt đầu từ chỉ tiêu ${fields[start]?.indicator.code ?? ""}.`
            : `Từng dòng tìm theo mã chỉ tiêu ở ${nameColumn(reading.codeColumn)}.`}
        </p>
        {sources.length > 1 ? (
          <p className="mt-2 flex flex-wrap items-center gap-2.5 text-14">
            <label htmlFor={ids.source}>Số liệu lấy từ</label>
            <select
              id={ids.source}
              className={`${INPUT} w-auto! max-w-full text-15!`}
              value={JSON.stringify(reading.source)}
              onChange={(event) => {
                const source = sources.find((one) => JSON.stringify(one) === event.target.value);
                if (source) setReading({ ...reading, source });
              }}
            >
              {sources.map((source) => (
                <option key={JSON.stringify(source)} value={JSON.stringify(source)}>
                  {saySource(source, block)}
                </option>
              ))}
            </select>
          </p>
        ) : null}
        {reading.codeColumn === null && block.length > 1 ? (
          <CheckBox
            isChecked={reading.skipsFirst}
            onChange={(skipsFirst) => setReading({ ...reading, skipsFirst })}
          >
            Dòng đầu là tiêu đề, bỏ qua
          </CheckBox>
        ) : null}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling list must be reachable by keyboard */}
      <section className="min-h-0 flex-1 overflow-y-auto" tabIndex={0} aria-label="Ô sẽ ghi">
        <table className="w-full text-15">
          <thead>
            <tr className="text-left text-13 text-ink-2">
              <th scope="col" className="w-16 py-2 pr-2 pl-4.5 font-semibold">
                Mã
              </th>
              <th scope="col" className="px-2 py-2 font-semibold max-desk:hidden">
                Chỉ tiêu
              </th>
              <th scope="col" className="w-24 px-2 py-2 text-right font-semibold">
                Đang có
              </th>
              <th scope="col" className="w-64 py-2 pr-4.5 pl-2 font-semibold max-desk:w-auto">
                Sẽ ghi
              </th>
            </tr>
          </thead>
          <tbody>
            {plan.lines.map((line) => (
              <PasteLineRow
                key={line.row}
                line={line}
                current={cells[line.field.indicator.id]?.draft}
                chosen={chosen[line.field.indicator.id]}
                onChoose={(value) => setChosen({ ...chosen, [line.field.indicator.id]: value })}
              />
            ))}
          </tbody>
        </table>
        {plan.strays.length > 0 ? (
          <ul className="border-t border-line px-4.5 py-2.5 text-14 text-ink-2">
            {plan.strays.slice(0, 20).map(({ row, text: said, reason }) => (
              <li key={row}>
                Dòng {row + 1} “{said}”: {reason}
              </li>
            ))}
            {plan.strays.length > 20 ? <li>và {plan.strays.length - 20} dòng nữa</li> : null}
          </ul>
        ) : null}
      </section>
      <div className="flex flex-wrap items-center gap-3 border-t border-line px-4.5 py-3">
        <Button ref={writeButton} variant="primary" disabled={due.length === 0} onClick={apply}>
          Ghi {due.length} ô
        </Button>
        <Button onClick={onClose}>Thôi, không dán</Button>
        {open > 0 ? (
          <span className="text-14 text-ink-3">{open} ô chưa chọn cách đọc sẽ không ghi.</span>
        ) : null}
      </div>
    </dialog>
  );
}
