"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";

const LOST = "Chưa gửi được: đang mất mạng hoặc máy chủ bận. Chưa có gì thay đổi; thử lại sau ít phút.";

type Answer = { ok: true } | { ok: false; message: string };

/**
 * Runs one act of a reviewer at a time, whatever the number of clicks, and says what came of it. After a success the
 * page goes to `next`, or reads itself again.
 */
export function useReviewAct() {
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  // State is drawn a moment later than a second click comes.
  const isRunning = useRef(false);

  async function run(act: () => Promise<Answer>, next: string | null, onDone?: () => void) {
    if (isRunning.current) return;
    isRunning.current = true;
    setBusy(true);
    setFailure(null);
    try {
      const answer = await act();
      if (answer.ok) {
        onDone?.();
        if (next) router.push(next);
        else router.refresh();
      } else setFailure(answer.message);
    } catch {
      setFailure(LOST);
    }
    isRunning.current = false;
    setBusy(false);
  }

  return { run, isBusy, failure, setFailure };
}
