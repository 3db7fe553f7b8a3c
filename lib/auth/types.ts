/** Who is asking. Built by the session gate on every request from database rows, never from the cookie alone. */
export type UserRole =
  | "commune_editor"
  | "commune_leader"
  | "department_verifier"
  | "committee_reviewer"
  | "programme_admin"
  | "viewer";

export interface AppSession {
  sessionId: string;
  userId: number;
  username: string;
  displayName: string;
  position: string;
  role: UserRole;
  /** The unit whose subtree is the user's scope. */
  unitId: number;
  unitCode: string;
  unitLabel: string;
  /** Criteria a department verifier is in charge of; empty for every other role. */
  criterionIds: number[];
}

declare const authorized: unique symbol;

/** A unit id that the session gate has checked for one act. Only lib/auth mints it. */
export type AuthorizedUnitId = number & { readonly [authorized]: true };

export interface AuthorizedUnit {
  id: AuthorizedUnitId;
  code: string;
  level: "province" | "district" | "commune" | "village";
  /** "Xã Bản Bo". */
  label: string;
  name: string;
  parentId: number | null;
}
