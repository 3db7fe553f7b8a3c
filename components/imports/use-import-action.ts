"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";

type Answer = { ok: true; value: unknown } | { ok: false; reason: string; message: string };

const LOST = "Chưa gửi được: đang mất mạng hoặc máy chủ bận. Chưa có ô nào bị ghi; bấm lại sau ít phút.";

/** Runs one act on a pending import at a time and shows the page anew, also after a refusal: figures may have moved. */
export function useImportAction() {
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  // State is drawn a moment later than a second click comes.
  const isRunning = useRef(false);

  async function run(act: () => Promise<Answer>): Promise<void> {
    if (isRunning.current) return;
    isRunning.current = true;
    setBusy(true);
    setFailure(null);
    try {
      const answer = await act();
      if (!answer.ok) setFailure(answer.message);
      router.refresh();
    } catch {
      setFailure(LOST);
    }
    isRunning.current = false;
    setBusy(false);
  }

  return { run, isBusy, failure };
}
