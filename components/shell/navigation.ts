import { can } from "@/lib/auth/policy";
import type { AppSession } from "@/lib/auth/types";

export interface NavItem {
  href: string;
  label: string;
  /** Fits the phone's bottom bar. */
  shortLabel: string;
  /** Path prefix under which the item is current; the path itself when absent. */
  match?: string;
  /** Shown beside the label: what waits there. */
  count?: number;
  /** Not in the phone's bar, which holds five: another item leads there. */
  deskOnly?: boolean;
  /** A thin line above the item. */
  startsGroup?: boolean;
  /** Query keys to carry over from the page in view. */
  carries: readonly string[];
}

export interface EntryStart {
  unitCode: string;
  setCode: string;
  period: string;
}

const CONTEXT = ["unit", "set", "period"] as const;

/** What only some roles set up; on a phone other pages lead there. */
function listOfficeItems(session: Pick<AppSession, "role">, isCommune: boolean): NavItem[] {
  const items: NavItem[] = [];
  if (isCommune && can(session.role, "assignment.edit")) {
    items.push({
      href: "/assignments",
      label: "Phân công",
      shortLabel: "Phân công",
      carries: CONTEXT,
      deskOnly: true,
    });
  }
  if (can(session.role, "deadline.manage")) {
    items.push({
      href: "/deadlines",
      label: "Hạn gửi phiếu",
      shortLabel: "Hạn",
      carries: CONTEXT,
      deskOnly: true,
    });
  }
  return items;
}

/**
 * Screens a user may go to, in the order of the rail.
 * @param entry where "Nhập liệu" starts; null when the user enters no figures or follows no set
 */
export function listNavigation(
  session: Pick<AppSession, "role" | "unitCode">,
  unitLevel: "province" | "district" | "commune" | "village",
  entry: EntryStart | null,
): NavItem[] {
  const isCommune = unitLevel === "commune" || unitLevel === "village";
  const items: NavItem[] = [{ href: "/", label: "Việc của tôi", shortLabel: "Việc", carries: CONTEXT }];
  if (isCommune) {
    if (entry && can(session.role, "figure.enter")) {
      items.push({
        href: `/entry/${entry.unitCode}/${entry.setCode}/${entry.period}`,
        label: "Nhập liệu",
        shortLabel: "Nhập liệu",
        match: "/entry",
        carries: [],
      });
    }
    items.push({
      href: `/communes/${session.unitCode}`,
      label: "Xã của tôi",
      shortLabel: "Xã",
      match: "/communes",
      startsGroup: true,
      carries: ["set", "period"],
    });
  } else {
    items.push(
      { href: "/overview", label: "Tổng quan", shortLabel: "Tổng quan", carries: CONTEXT },
      {
        href: "/overview#danh-sach-xa",
        label: "Xã",
        shortLabel: "Xã",
        match: "/communes",
        carries: CONTEXT,
        deskOnly: can(session.role, "submission.review"),
      },
    );
    if (can(session.role, "submission.review")) {
      items.push({ href: "/review", label: "Thẩm định", shortLabel: "Thẩm định", carries: CONTEXT });
    }
  }
  items.push(
    {
      href: "/gaps",
      label: "Khoảng cách",
      shortLabel: "Khoảng cách",
      carries: CONTEXT,
      startsGroup: !isCommune,
    },
    ...listOfficeItems(session, isCommune),
    { href: "/documents", label: "Văn bản", shortLabel: "Văn bản", carries: ["unit"], startsGroup: true },
  );
  return items;
}
