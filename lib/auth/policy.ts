/**
 * Who may do what: act → role → scope. The one table, read by the server (lib/auth/authorize) and by the
 * interface (`can`). A role that is not named under an act may not do it.
 *
 *   subtree       the user's own unit and everything below it
 *   own-criteria  the subtree, and of each sheet only the criteria the user is in charge of
 *   everything    every unit
 */

import type { AppSession, UserRole } from "./types";

export type Scope = "subtree" | "own-criteria" | "everything";

export type Act =
  | "unit.view"
  | "figure.enter"
  | "figure.import-many"
  | "evidence.add"
  | "assignment.edit"
  | "deadline.manage"
  | "notice.read"
  | "submission.send"
  | "submission.review"
  | "submission.approve"
  | "document.view"
  | "document.export"
  | "task.view"
  | "user.manage"
  | "criteria.manage"
  | "audit.view"
  | "session.end";

const EVERYBODY = {
  commune_editor: "subtree",
  commune_leader: "subtree",
  department_verifier: "subtree",
  committee_reviewer: "subtree",
  programme_admin: "everything",
  viewer: "subtree",
} as const satisfies Record<UserRole, Scope>;

export const POLICY: Readonly<Record<Act, Partial<Record<UserRole, Scope>>>> = {
  "unit.view": EVERYBODY,
  "task.view": EVERYBODY,
  "document.view": EVERYBODY,
  "document.export": {
    commune_editor: "subtree",
    commune_leader: "subtree",
    department_verifier: "subtree",
    committee_reviewer: "subtree",
    programme_admin: "everything",
  },

  "figure.enter": { commune_editor: "subtree", commune_leader: "subtree" },
  "evidence.add": { commune_editor: "subtree", commune_leader: "subtree" },
  "assignment.edit": { commune_leader: "subtree" },
  // One workbook for many communes, by whoever gathers them.
  "figure.import-many": { committee_reviewer: "subtree", programme_admin: "everything" },
  "submission.send": { commune_editor: "subtree", commune_leader: "subtree" },
  "submission.review": { department_verifier: "own-criteria", committee_reviewer: "subtree" },
  "submission.approve": { committee_reviewer: "subtree" },

  "user.manage": { programme_admin: "everything" },
  "deadline.manage": { programme_admin: "everything" },
  "criteria.manage": { programme_admin: "everything" },
  "audit.view": { committee_reviewer: "subtree", programme_admin: "everything" },

  // One's own notices; the act names the user's unit, the command the user.
  "notice.read": EVERYBODY,
  "session.end": EVERYBODY,
};

/** Scope of a role for an act, or null when the role may not do it at all. */
export function scopeOf(role: UserRole, act: Act): Scope | null {
  return POLICY[act][role] ?? null;
}

/** Whether to show the way to an act at all; which units it reaches is decided by `authorizeUnit`. */
export function can(role: UserRole, act: Act): boolean {
  return scopeOf(role, act) !== null;
}

/** Criteria that an act reaches inside an authorised unit: all of them, or the listed ids. */
export function criteriaInReach(
  session: Pick<AppSession, "role" | "criterionIds">,
  act: Act,
): "all" | readonly number[] {
  const scope = scopeOf(session.role, act);
  if (scope === null) return [];
  return scope === "own-criteria" ? session.criterionIds : "all";
}
