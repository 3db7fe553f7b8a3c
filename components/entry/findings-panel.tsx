"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { INPUT } from "@/components/ui/field-style";
import { Panel } from "@/components/ui/panel";
import { nameFieldAnchor } from "@/lib/entry/fields";
import { saveFigure } from "@/lib/figures/actions";
import type { Finding } from "@/lib/plausibility/types";

interface FindingsPanelProps {
  address: { unit: string; set: string; period: string };
  entryHref: string;
  findings: readonly Finding[];
  /** Indicator id → version and note of its figure. */
  figures: Readonly<Record<number, { version: number; note: string | null }>>;
}

/** Every error and warning of the sheet in one list: errors lead to their field, reasons can be written here. */
export function FindingsPanel({ address, entryHref, findings, figures }: FindingsPanelProps) {
  const errors = findings.filter(({ severity }) => severity === "error");
  const open = findings.filter(({ severity, isExplained }) => severity === "warning" && !isExplained);
  const explained = findings.filter(({ severity, isExplained }) => severity === "warning" && isExplained);
  if (findings.length === 0) return null;
  const title =
    errors.length > 0
      ? `${errors.length} chỗ phải sửa${open.length > 0 ? `, ${open.length} chỗ phải ghi lý do` : ""}`
      : open.length > 0
        ? `Chỉ còn ghi lý do: ${open.length} chỗ`
        : `${explained.length} chỗ khác thường đã có lý do`;
  return (
    <div className="mb-4 desk:mb-6">
      <Panel title={title} flush>
        <ul>
          {[...errors, ...open, ...explained].map((finding) => (
            <li
              key={`${finding.rule} ${finding.indicatorId}`}
              className={`border-t border-l-4 border-t-line px-4 py-2.75 text-15 first:border-t-0 ${
                finding.severity === "error"
                  ? "border-l-error"
                  : finding.isExplained
                    ? "border-l-line-2"
                    : "border-l-chart-5"
              }`}
            >
              <p>
                <a href={`${entryHref}#${nameFieldAnchor(finding.indicatorId)}`}>{finding.code}</a>:{" "}
                {finding.severity === "error" ? <b className="font-semibold text-error">Phải sửa. </b> : null}
                {finding.message}
              </p>
              {finding.severity === "error" ? null : finding.isExplained ? (
                <p className="mt-0.5 text-14 text-ink-2">Lý do: {figures[finding.indicatorId]?.note}</p>
              ) : (
                <ReasonForm
                  address={address}
                  finding={finding}
                  version={figures[finding.indicatorId]?.version ?? 0}
                />
              )}
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}

interface ReasonFormProps {
  address: FindingsPanelProps["address"];
  finding: Finding;
  version: number;
}

function ReasonForm({ address, finding, version }: ReasonFormProps) {
  const router = useRouter();
  const [note, setNote] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (isBusy || note.trim() === "") return;
    setBusy(true);
    setFailure(null);
    const { indicatorId } = finding;
    const result = await saveFigure({
      ...address,
      indicatorId,
      entry: { kind: "keep" },
      note,
      expectedVersion: version,
    }).catch(() => null);
    if (result?.ok) {
      router.refresh();
      return;
    }
    setBusy(false);
    setFailure(
      result?.message ?? "Chưa lưu được lý do: đang mất mạng hoặc máy chủ bận. Thử lại sau ít phút.",
    );
  }

  return (
    <form onSubmit={save} className="mt-1.5 flex flex-wrap items-center gap-2">
      <input
        type="text"
        className={`${INPUT} min-w-0 flex-1 text-15!`}
        aria-label={`Lý do của ${finding.code}`}
        placeholder="Lý do"
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button type="submit" size="sm" disabled={isBusy || note.trim() === ""}>
        {isBusy ? "Đang lưu…" : "Lưu lý do"}
      </Button>
      {failure ? (
        <p role="alert" className="basis-full text-14 font-semibold text-error">
          {failure}
        </p>
      ) : null}
    </form>
  );
}
