"use client";

import { useState, useSyncExternalStore } from "react";
import { signOutAction } from "@/lib/auth/actions";

interface SignOutButtonProps {
  userId: number;
}

const LINK = "min-h-6 cursor-pointer text-13 text-accent underline underline-offset-3 hover:decoration-2";

const never = () => () => {};

/** False until the page answers to clicks: a press before that would be lost without a word. */
function useIsReady(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/**
 * Ends the session on the server, then leaves by a full page load so that nothing stays in memory. What this browser
 * keeps of the user goes too; cells that were never sent are asked about first.
 */
export function SignOutButton({ userId }: SignOutButtonProps) {
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  /** Cells on this machine alone, while the question about them stands. */
  const [unsent, setUnsent] = useState(0);
  const isReady = useIsReady();

  async function signOut(isAsked: boolean) {
    setState("busy");
    // Fetched when somebody leaves; without it (no line) the server could not end the session either.
    const drafts = await import("@/lib/drafts/browser").catch(() => null);
    const count = isAsked ? 0 : ((await drafts?.countUnsentHere(userId)) ?? 0);
    setUnsent(count);
    if (count > 0) {
      setState("idle");
      return;
    }
    const result = await signOutAction({}).catch(() => null);
    // A session that has ended meanwhile is as good as signed out.
    if (result?.ok || result?.reason === "signed-out") {
      await drafts?.forgetUserHere(userId);
      window.location.assign("/login?ended=1");
    } else setState("failed");
  }

  if (unsent > 0) {
    return (
      <div role="alert" className="my-1 border-l-4 border-chart-5 bg-near-bg px-2 py-1.5 text-ink">
        Còn {unsent} ô chỉ có trên máy này, chưa gửi. Đăng xuất sẽ xóa các ô đó.
        <button type="button" className={`${LINK} block`} onClick={() => setUnsent(0)}>
          Ở lại để gửi
        </button>
        <button type="button" className={`${LINK} block`} onClick={() => void signOut(true)}>
          Xóa và đăng xuất
        </button>
      </div>
    );
  }
  return (
    <>
      <button
        type="button"
        onClick={() => void signOut(false)}
        disabled={!isReady || state === "busy"}
        className={LINK}
      >
        {state === "busy" ? "Đang đăng xuất…" : "Đăng xuất"}
      </button>
      <span role="status" className="block text-error empty:hidden">
        {state === "failed" ? "Chưa đăng xuất được. Thử lại khi có mạng." : ""}
      </span>
    </>
  );
}
