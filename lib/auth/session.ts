import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { decode } from "next-auth/jwt";
import { cache } from "react";
import { now } from "@/lib/server/clock";
import { db } from "@/lib/server/db";
import { env } from "@/lib/server/env";
import { LOGIN_PATH, nameSessionCookie, PATH_HEADER } from "./constants";
import { isSecureSite, readTicket } from "./next-auth";
import { safeNextPath } from "./next-path";
import { loadSession } from "./session-store";
import type { AppSession } from "./types";

/**
 * Who is asking, or null. The cookie only names a session row; the row, the user and the unit are read from the
 * database on every request (once per request), so sign-out and disabling take effect at once.
 */
export const getSession = cache(async (): Promise<AppSession | null> => {
  const token = (await cookies()).get(nameSessionCookie(isSecureSite()))?.value;
  if (!token) return null;
  const claims = await decode({ token, secret: env.NEXTAUTH_SECRET }).catch(() => null);
  const ticket = readTicket(claims);
  return ticket ? loadSession(db, ticket, { now: now(), allowDemo: env.NTM_DEMO === "1" }) : null;
});

/** Session of a page; without one the visitor goes to sign in and comes back to `next` (default: this page). */
export async function requireSession(next?: string): Promise<AppSession> {
  const session = await getSession();
  if (session) return session;
  const path = safeNextPath(next ?? (await headers()).get(PATH_HEADER));
  redirect(path === "/" ? LOGIN_PATH : `${LOGIN_PATH}?next=${encodeURIComponent(path)}`);
}
