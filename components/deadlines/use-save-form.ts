"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";

const LOST = "Chưa lưu được: đang mất mạng hoặc máy chủ bận. Nội dung vẫn ở đây; thử lại sau ít phút.";

/**
 * Sends a small form once per press, keeps what was typed when it is refused, and re-reads the page when saved.
 * @param prefix what stands before the names of the form's fields
 */
export function useSaveForm(
  prefix: string,
  save: (text: (name: string) => string) => Promise<{ ok: boolean; message?: string }>,
) {
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const [isDone, setDone] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  // State is drawn a moment later than a second click comes.
  const isSending = useRef(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isSending.current) return;
    const form = new FormData(event.currentTarget);
    isSending.current = true;
    setBusy(true);
    setDone(false);
    setFailure(null);
    const read = (name: string) => String(form.get(prefix + name) ?? "");
    const result = await save(read).catch(() => ({ ok: false, message: LOST }));
    isSending.current = false;
    setBusy(false);
    if (!result.ok) {
      setFailure(result.message ?? LOST);
      return;
    }
    setDone(true);
    router.refresh();
  }

  return { submit, isBusy, isDone, failure };
}
