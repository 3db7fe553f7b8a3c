import type { AppSession } from "@/lib/auth/types";
import { describePlace } from "./describe-place";
import { SignOutButton } from "./sign-out-button";

interface PhoneFooterProps {
  session: Pick<AppSession, "userId" | "displayName" | "position" | "unitLabel">;
  note: string | null;
}

/** On a phone, where there is no rail: who is signed in, sign out, and the demo's assumed day. */
export function PhoneFooter({ session, note }: PhoneFooterProps) {
  return (
    <footer className="px-4 pb-20 text-13 text-ink-2 desk:hidden print:hidden">
      <p>
        <span className="font-semibold text-ink">{session.displayName}</span>,{" "}
        {describePlace(session.position, session.unitLabel)}
      </p>
      <SignOutButton userId={session.userId} />
      {note ? <p className="mt-1 text-ink-3">{note}</p> : null}
    </footer>
  );
}
