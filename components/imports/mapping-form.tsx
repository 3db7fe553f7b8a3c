"use client";

import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { SelectField } from "@/components/ui/select-field";
import { mapColumns } from "@/lib/imports/actions";
import type { ColumnMappingView } from "@/lib/imports/view-types";
import { useImportAction } from "./use-import-action";

interface MappingFormProps {
  id: string;
  unit: string;
  view: ColumnMappingView;
}

const ROLES = [
  { name: "code", label: "Mã chỉ tiêu", isRequired: false },
  { name: "name", label: "Tên chỉ tiêu", isRequired: false },
  { name: "value", label: "Số liệu kỳ này", isRequired: true },
  { name: "numerator", label: "Tử số", isRequired: false },
  { name: "denominator", label: "Mẫu số", isRequired: false },
  { name: "note", label: "Ghi chú", isRequired: false },
] as const;

/** Which column of the user's own sheet says what; asked once, remembered for the next file with this heading. */
export function MappingForm({ id, unit, view }: MappingFormProps) {
  const { run, isBusy, failure } = useImportAction();
  const options = view.columns.map(({ column, heading, sample }) => ({
    value: column,
    label: `${column}${heading ? ` · ${heading}` : ""}${sample ? ` (${sample})` : ""}`,
  }));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const read = (name: string) => String(form.get(`${name}-column`) ?? "") || null;
    void run(() =>
      mapColumns({
        id,
        unit,
        mapping: {
          sheet: view.sheet,
          headerRow: Number(form.get("header-row")) || 0,
          code: read("code"),
          name: read("name"),
          value: read("value") ?? "",
          numerator: read("numerator"),
          denominator: read("denominator"),
          note: read("note"),
        },
      }),
    );
  }

  return (
    <form onSubmit={submit} noValidate>
      {failure ? (
        <div className="mb-3">
          <Notice tone="error">{failure}</Notice>
        </div>
      ) : null}
      <div className="grid gap-4 desk:grid-cols-2">
        {ROLES.map(({ name, label, isRequired }) => (
          <SelectField
            key={`${view.sheet} ${name}`}
            id={`${name}-column`}
            label={label}
            options={options}
            defaultValue={view.proposal?.[name] ?? ""}
            {...(isRequired ? {} : { emptyLabel: "Không có" })}
          />
        ))}
        <SelectField
          key={`${view.sheet} header`}
          id="header-row"
          label="Dòng tiêu đề"
          hint="Số liệu bắt đầu ở dòng dưới."
          options={Array.from({ length: 31 }, (_, row) => ({
            value: String(row),
            label: row === 0 ? "Không có dòng tiêu đề" : `Dòng ${row}`,
          }))}
          defaultValue={String(view.headerRow)}
        />
      </div>
      <Button
        type="submit"
        variant={view.isChosen ? "secondary" : "primary"}
        className="mt-4"
        disabled={isBusy}
      >
        {isBusy ? "Đang đọc…" : "Đọc theo các cột này"}
      </Button>
    </form>
  );
}
