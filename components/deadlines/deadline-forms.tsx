"use client";

import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { SelectField, type SelectOption } from "@/components/ui/select-field";
import { TextAreaField } from "@/components/ui/text-area-field";
import { TextField } from "@/components/ui/text-field";
import { extendDeadline, setDeadline } from "@/lib/deadlines/actions";
import { useSaveForm } from "./use-save-form";

function Outcome({ failure, isDone, done }: { failure: string | null; isDone: boolean; done: string }) {
  if (failure) return <Notice tone="error">{failure}</Notice>;
  return isDone ? <Notice tone="done">{done}</Notice> : null;
}

interface SetDeadlineFormProps {
  set: string;
  periods: readonly SelectOption[];
  /** The quarter chosen to begin with. */
  chosen: string;
}

/** The day for every unit. */
export function SetDeadlineForm({ set, periods, chosen }: SetDeadlineFormProps) {
  const id = useId();
  const { submit, isBusy, failure, isDone } = useSaveForm(id, (text) =>
    setDeadline({ set, period: text("period"), dueOn: text("day") }),
  );
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-3.5">
      <Outcome failure={failure} isDone={isDone} done="Đã lưu hạn chung." />
      <SelectField id={`${id}period`} label="Kỳ" options={periods} defaultValue={chosen} />
      <TextField id={`${id}day`} label="Hạn gửi" hint="Ngày/tháng/năm, ví dụ 25/12/2024" />
      <div>
        <Button type="submit" variant="primary" disabled={isBusy}>
          {isBusy ? "Đang lưu…" : "Lưu hạn chung"}
        </Button>
      </div>
    </form>
  );
}

interface ExtendDeadlineFormProps extends SetDeadlineFormProps {
  units: readonly { code: string; label: string }[];
}

/** More time for one unit, with a reason that its people read. */
export function ExtendDeadlineForm({ set, periods, chosen, units }: ExtendDeadlineFormProps) {
  const id = useId();
  const { submit, isBusy, failure, isDone } = useSaveForm(id, (text) =>
    extendDeadline({
      set,
      unit: text("unit"),
      period: text("period"),
      dueOn: text("day"),
      reason: text("reason"),
    }),
  );
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-3.5">
      <Outcome failure={failure} isDone={isDone} done="Đã gia hạn; đơn vị được báo." />
      <SelectField
        id={`${id}unit`}
        label="Đơn vị"
        options={units.map((unit) => ({ value: unit.code, label: unit.label }))}
      />
      <SelectField id={`${id}period`} label="Kỳ" options={periods} defaultValue={chosen} />
      <TextField id={`${id}day`} label="Hạn mới" hint="Sau hạn chung, ví dụ 31/12/2024" />
      <TextAreaField id={`${id}reason`} label="Lý do" />
      <div>
        <Button type="submit" disabled={isBusy}>
          {isBusy ? "Đang lưu…" : "Gia hạn"}
        </Button>
      </div>
    </form>
  );
}
