import { Suspense } from "react";
import type { AppSession } from "@/lib/auth/types";
import { BrandMark } from "./brand-mark";
import { describePlace } from "./describe-place";
import { RailLinks } from "./nav-links";
import type { NavItem } from "./navigation";
import { SignOutButton } from "./sign-out-button";

interface RailProps {
  items: readonly NavItem[];
  session: Pick<AppSession, "userId" | "displayName" | "position" | "unitLabel">;
  /** "Bản trình diễn · ngày giả định 30/12/2024"; null outside the demo. */
  demoNote: string | null;
}

/** Left column of the desktop: brand, screens, who is signed in. */
export function Rail({ items, session, demoNote }: RailProps) {
  return (
    <aside className="w-49 flex-none border-r border-line-2 bg-rail max-desk:hidden wide:w-53 print:hidden">
      <div className="sticky top-0 flex h-screen flex-col pb-3">
        <div className="flex h-14 flex-none items-center gap-2.5 border-b border-line-2 pr-2 pl-4">
          <BrandMark />
          <span className="text-15 leading-[1.2] font-semibold whitespace-nowrap">
            Nông thôn mới
            <span className="mt-px block text-13 font-normal text-ink-3">Theo dõi bộ tiêu chí</span>
          </span>
        </div>
        <nav aria-label="Điều hướng chính" className="flex min-h-0 flex-1 flex-col">
          <Suspense>
            <RailLinks items={items} />
          </Suspense>
        </nav>
        <div className="border-t border-line-2 px-4.5 pt-3 text-13 leading-[1.4] text-ink-2">
          <p className="text-14 font-semibold text-ink">{session.displayName}</p>
          <p>{describePlace(session.position, session.unitLabel)}</p>
          <SignOutButton userId={session.userId} />
          {demoNote ? <p className="mt-2 border-t border-line-2 pt-2 text-ink-3">{demoNote}</p> : null}
        </div>
      </div>
    </aside>
  );
}
