"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FileInput } from "@/components/ui/file-input";

interface UploadFormProps {
  /** Query of the unit, set and period the file is for. */
  query: string;
  /** "secondary" where another button is the page's own. */
  variant?: "primary" | "secondary";
}

interface UploadAnswer {
  ok: boolean;
  value?: { id: string };
  message?: string;
}

const LOST = "Chưa gửi được tệp: đang mất mạng hoặc máy chủ bận. Tệp vẫn được chọn; bấm lại sau ít phút.";

/** Sends the chosen file to be read; a refused one stays chosen and the reason stands above it. */
export function UploadForm({ query, variant = "primary" }: UploadFormProps) {
  const router = useRouter();
  const id = useId();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  // State is drawn a moment later than a second click comes.
  const isSending = useRef(false);

  async function send(form: FormData): Promise<UploadAnswer> {
    const file = form.get("file");
    if (!(file instanceof File) || file.name === "") {
      return { ok: false, message: "Chưa chọn tệp. Chọn tệp Excel đã điền rồi bấm Xem trước." };
    }
    const response = await fetch(`/api/imports?${query}`, { method: "POST", body: form });
    return (await response.json()) as UploadAnswer;
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isSending.current) return;
    isSending.current = true;
    setBusy(true);
    setFailure(null);
    const form = new FormData(event.currentTarget);
    const answer: UploadAnswer = await send(form).catch(() => ({ ok: false, message: LOST }));
    if (answer.ok && answer.value) {
      router.push(`/import/${answer.value.id}`);
      router.refresh();
    } else setFailure(answer.message ?? LOST);
    isSending.current = false;
    setBusy(false);
  }

  return (
    <form onSubmit={submit} noValidate>
      <div role={failure ? "alert" : undefined}>
        <Field
          id={id}
          label="Tệp Excel (.xlsx)"
          hint="Tối đa 5 MB. Mẫu tải từ đây, hoặc bảng sẵn có của anh/chị."
          error={failure ?? undefined}
        >
          <FileInput
            id={id}
            name="file"
            accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            aria-invalid={failure ? true : undefined}
            aria-describedby={failure ? `${id}-hint ${id}-error` : `${id}-hint`}
          />
        </Field>
      </div>
      <Button type="submit" variant={variant} className="mt-3" disabled={isBusy}>
        {isBusy ? "Đang đọc tệp…" : "Xem trước"}
      </Button>
      <p className="mt-2 text-14 text-ink-3">Chưa ghi gì vào phiếu cho đến bước 4.</p>
    </form>
  );
}
