"use client";

import { useState } from "react";
import { signOutAction } from "@/lib/auth/actions";

/** Ends the session on the server, then leaves by a full page load so that nothing stays in memory. */
export function SignOutButton() {
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  async function signOut() {
    setState("busy");
    const result = await signOutAction({}).catch(() => null);
    // A session that has ended meanwhile is as good as signed out.
    if (result?.ok || result?.reason === "signed-out") window.location.assign("/login?ended=1");
    else setState("failed");
  }
  return (
    <>
      <button
        type="button"
        onClick={signOut}
        disabled={state === "busy"}
        className="min-h-6 text-13 text-accent underline underline-offset-3 hover:decoration-2"
      >
        {state === "busy" ? "Đang đăng xuất…" : "Đăng xuất"}
      </button>
      <span role="status" className="block text-error empty:hidden">
        {state === "failed" ? "Chưa đăng xuất được. Thử lại khi có mạng." : ""}
      </span>
    </>
  );
}
