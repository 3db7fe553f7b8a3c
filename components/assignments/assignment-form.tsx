"use client";

import { type FormEvent, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { assignCriterion, endAssignment } from "@/lib/assignments/actions";
import { SPONSOR_SUGGESTIONS } from "@/lib/assignments/constants";
import type { CriterionAssignments } from "@/lib/assignments/types";
import { formatDate } from "@/lib/numbers/dates";
import type { AssignmentContext } from "./assignment-screen";

const LOST = "Chưa lưu được: đang mất mạng hoặc máy chủ bận. Nội dung vẫn ở đây; thử lại sau ít phút.";

interface AssignmentFormProps {
  criterion: CriterionAssignments;
  context: AssignmentContext;
  onClose: (isChanged: boolean) => void;
}

/** Names who answers for a criterion from a day on, or ends it. */
export function AssignmentForm({ criterion, context, onClose }: AssignmentFormProps) {
  const id = useId();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  // State is drawn a moment later than a second click comes.
  const isSending = useRef(false);
  const { current } = criterion;
  const unit = context.unit.code;

  async function run(work: () => Promise<{ ok: boolean; message?: string }>) {
    if (isSending.current) return;
    isSending.current = true;
    setBusy(true);
    setFailure(null);
    const result = await work().catch(() => ({ ok: false, message: LOST }));
    isSending.current = false;
    setBusy(false);
    if (result.ok) onClose(true);
    else setFailure(result.message ?? LOST);
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(`${id}${name}`) ?? "");
    void run(() =>
      assignCriterion({
        unit,
        set: context.set.code,
        criterionId: criterion.criterionId,
        officialName: text("name"),
        position: text("position"),
        sponsorName: text("sponsor"),
        fromDate: text("from"),
      }),
    );
  }

  function end(form: HTMLFormElement | null) {
    if (!current || !form) return;
    const toDate = String(new FormData(form).get(`${id}from`) ?? "");
    void run(() => endAssignment({ unit, assignmentId: current.id, toDate }));
  }

  return (
    <form
      onSubmit={submit}
      noValidate
      aria-label={`Phân công tiêu chí ${criterion.number}`}
      className="border-l-4 border-accent py-1 pl-4"
    >
      {failure ? (
        <div className="mb-3">
          <Notice tone="error">{failure}</Notice>
        </div>
      ) : null}
      <div className="grid grid-cols-2 gap-x-5 gap-y-3 max-desk:grid-cols-1">
        <TextField
          id={`${id}name`}
          label="Người phụ trách"
          defaultValue={current?.officialName ?? ""}
          list={`${id}people`}
          autoComplete="off"
        />
        <TextField id={`${id}position`} label="Chức vụ" defaultValue={current?.position ?? ""} />
        <TextField
          id={`${id}sponsor`}
          label="Tổ chức đỡ đầu (nếu có)"
          defaultValue={current?.sponsorName ?? ""}
          list={`${id}sponsors`}
          autoComplete="off"
        />
        <TextField
          id={`${id}from`}
          label="Từ ngày"
          hint="Ngày/tháng/năm. Người trước thôi phụ trách từ hôm trước."
          defaultValue={formatDate(context.today)}
        />
      </div>
      <datalist id={`${id}people`}>
        {context.officials.map((official) => (
          <option key={official.name} value={official.name}>
            {official.position}
          </option>
        ))}
      </datalist>
      <datalist id={`${id}sponsors`}>
        {SPONSOR_SUGGESTIONS.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div className="mt-3.5 flex flex-wrap gap-3">
        <Button type="submit" variant="primary" disabled={isBusy}>
          {isBusy ? "Đang lưu…" : "Lưu phân công"}
        </Button>
        <Button onClick={() => onClose(false)} disabled={isBusy}>
          Thôi
        </Button>
        {current && current.toDate === null ? (
          <Button variant="link" disabled={isBusy} onClick={(event) => end(event.currentTarget.form)}>
            Kết thúc vào ngày trên, không giao ai
          </Button>
        ) : null}
      </div>
    </form>
  );
}
