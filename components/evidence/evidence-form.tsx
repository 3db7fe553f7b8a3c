"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FileInput } from "@/components/ui/file-input";
import { Notice } from "@/components/ui/notice";
import { Segmented } from "@/components/ui/segmented";
import { TextField } from "@/components/ui/text-field";
import { addEvidenceReference } from "@/lib/evidence/actions";
import { FILE_TYPES, MAX_FILE_BYTES } from "@/lib/evidence/constants";
import type { EvidenceItem } from "@/lib/evidence/types";
import type { EvidencePlace } from "./evidence-place";
import { uploadEvidence } from "./upload-evidence";

const KINDS = [
  { value: "file", label: "Tệp" },
  { value: "link", label: "Đường dẫn" },
  { value: "document", label: "Văn bản" },
];
const LIMIT = MAX_FILE_BYTES / (1024 * 1024);
const ACCEPT = Object.values(FILE_TYPES)
  .flatMap((type) => type.extensions.map((extension) => `.${extension}`))
  .join(",");
const LOST = "Chưa lưu được: đang mất mạng hoặc máy chủ bận. Nội dung vẫn ở đây; thử lại sau ít phút.";

interface EvidenceFormProps {
  place: EvidencePlace;
  /** What the new piece takes the place of; null to add one more. */
  replaces: Pick<EvidenceItem, "id" | "title" | "kind"> | null;
  onClose: () => void;
}

/** Adds or replaces one piece of evidence. A refused one keeps what was typed and says why. */
export function EvidenceForm({ place, replaces, onClose }: EvidenceFormProps) {
  const router = useRouter();
  const id = useId();
  const [kind, setKind] = useState<string>(replaces?.kind ?? "file");
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  // State is drawn a moment later than a second click comes.
  const isSending = useRef(false);

  async function save(form: FormData): Promise<{ ok: boolean; message?: string }> {
    const replacesId = replaces?.id ?? null;
    const text = (name: string) => String(form.get(`${id}${name}`) ?? "");
    if (kind === "file") {
      const file = form.get(`${id}file`);
      if (!(file instanceof File) || file.name === "") {
        return { ok: false, message: "Chưa chọn tệp. Chọn một tệp rồi bấm Lưu." };
      }
      return uploadEvidence(place, file, replacesId);
    }
    if (kind === "link") {
      return addEvidenceReference({ ...place, replacesId, kind, title: text("title"), url: text("url") });
    }
    const document = { kind: "document" as const, title: text("title"), documentText: text("number") };
    return addEvidenceReference({ ...place, replacesId, ...document });
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isSending.current) return;
    isSending.current = true;
    setBusy(true);
    setFailure(null);
    const result = await save(new FormData(event.currentTarget)).catch(() => ({ ok: false, message: LOST }));
    isSending.current = false;
    setBusy(false);
    if (!result.ok) {
      setFailure(result.message ?? LOST);
      return;
    }
    router.refresh();
    onClose();
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-3.5">
      <h3 className="font-semibold">{replaces ? `Thay “${replaces.title}”` : "Thêm minh chứng"}</h3>
      <Segmented
        name={`${id}kind`}
        label="Loại minh chứng"
        options={KINDS}
        value={kind}
        onChange={(next) => {
          setKind(next);
          setFailure(null);
        }}
        disabled={isBusy}
      />
      {failure ? <Notice tone="error">{failure}</Notice> : null}
      {kind === "file" ? (
        <Field
          id={`${id}file`}
          label="Tệp"
          hint={`PDF, JPG, PNG, DOCX, XLSX; tối đa ${LIMIT} MB; không macro.`}
        >
          <FileInput
            id={`${id}file`}
            name={`${id}file`}
            accept={ACCEPT}
            aria-describedby={`${id}file-hint`}
          />
        </Field>
      ) : kind === "link" ? (
        <>
          <TextField
            id={`${id}url`}
            key="url"
            label="Đường dẫn"
            hint="Bắt đầu bằng https://"
            inputMode="url"
          />
          <TextField id={`${id}title`} key="link-title" label="Tên gọi (không bắt buộc)" />
        </>
      ) : (
        <>
          <TextField
            id={`${id}title`}
            key="document-title"
            label="Tên văn bản"
            hint="Ví dụ: Biên bản nghiệm thu tuyến đường thôn Trung"
          />
          <TextField
            id={`${id}number`}
            key="number"
            label="Số, ngày, nơi ban hành"
            hint="Ví dụ: số 12/BB-UBND ngày 10/12/2024 của UBND xã"
          />
        </>
      )}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" disabled={isBusy}>
          {isBusy ? "Đang lưu…" : "Lưu minh chứng"}
        </Button>
        <Button onClick={onClose} disabled={isBusy}>
          Thôi
        </Button>
      </div>
    </form>
  );
}
