import type { ReactNode } from "react";
import { listNavigation } from "@/components/shell/navigation";
import { PhoneFooter } from "@/components/shell/phone-footer";
import { Rail } from "@/components/shell/rail";
import { SkipLink } from "@/components/shell/skip-link";
import { TabBar } from "@/components/shell/tab-bar";
import { requireUnit } from "@/lib/auth/authorize";
import { requireSession } from "@/lib/auth/session";
import { countUnreadNotices } from "@/lib/notices/queries";
import { formatDate } from "@/lib/numbers/dates";
import { today } from "@/lib/server/clock";
import { env } from "@/lib/server/env";
import { findEntryStart } from "@/lib/tasks/entry-start";

export default async function AppLayout({ children }: { children: ReactNode }) {
  const session = await requireSession();
  const unit = await requireUnit(session, session.unitCode, "unit.view");
  const [entry, unread] = await Promise.all([
    unit.level === "commune" ? findEntryStart(unit.id, unit.code, today()) : null,
    countUnreadNotices(session, today()),
  ]);
  const items = listNavigation(session, unit.level, entry).map((item) =>
    item.href === "/" ? { ...item, count: unread } : item,
  );
  const demoNote = env.NTM_TODAY ? `Bản trình diễn · ngày giả định ${formatDate(env.NTM_TODAY)}` : null;
  return (
    <>
      <SkipLink />
      <div className="desk:flex print:block">
        <Rail items={items} session={session} demoNote={demoNote} />
        <div className="min-w-0 flex-1">
          {children}
          <PhoneFooter session={session} note={demoNote} />
        </div>
      </div>
      <TabBar items={items} />
    </>
  );
}
