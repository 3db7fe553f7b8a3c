import "server-only";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { now } from "@/lib/server/clock";
import { env } from "@/lib/server/env";
import { ABSOLUTE_HOURS, LOGIN_PATH, nameSessionCookie } from "./constants";
import { signIn, signOut } from "./sign-in";

/** Custom claims of the cookie: which session row, opened under which version of the user. */
const SESSION_CLAIM = "sid";
const VERSION_CLAIM = "ver";

interface SignedInUser {
  id: string;
  sessionId: string;
  sessionVersion: number;
}

export function isSecureSite(): boolean {
  return env.NEXTAUTH_URL.startsWith("https:");
}

function readHeader(headers: Record<string, unknown> | undefined, name: string): string | null {
  const value = headers?.[name];
  return typeof value === "string" && value ? value : null;
}

/** The address our own proxy (or Next itself) appended; earlier entries are whatever the client wrote. */
function readAddress(headers: Record<string, unknown> | undefined): string | null {
  return readHeader(headers, "x-forwarded-for")?.split(",").at(-1)?.trim().slice(0, 64) || null;
}

/** Options of next-auth: credentials, and a cookie that names a session row and nothing else. */
export function buildAuthOptions(): NextAuthOptions {
  const secure = isSecureSite();
  return {
    secret: env.NEXTAUTH_SECRET,
    useSecureCookies: secure,
    session: { strategy: "jwt", maxAge: ABSOLUTE_HOURS * 3600 },
    pages: { signIn: LOGIN_PATH, signOut: LOGIN_PATH, error: LOGIN_PATH },
    cookies: {
      sessionToken: {
        name: nameSessionCookie(secure),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure },
      },
    },
    providers: [
      Credentials({
        name: "Tài khoản",
        credentials: { username: { type: "text" }, password: { type: "password" } },
        async authorize(credentials, request) {
          const outcome = await signIn(
            {
              username: credentials?.username ?? "",
              password: credentials?.password ?? "",
              address: readAddress(request.headers),
              userAgent: readHeader(request.headers, "user-agent"),
            },
            { now: now(), allowDemo: env.NTM_DEMO === "1" },
          );
          // next-auth hands the message of a thrown error to the login form as the error code.
          if (!outcome.ok) throw new Error(outcome.code);
          const user: SignedInUser = { id: String(outcome.userId), ...outcome.ticket };
          return user;
        },
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        if (!user) return token;
        const signedIn = user as unknown as SignedInUser;
        return {
          sub: signedIn.id,
          [SESSION_CLAIM]: signedIn.sessionId,
          [VERSION_CLAIM]: signedIn.sessionVersion,
        };
      },
      // The public session endpoint tells nothing: pages read the database row instead.
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut({ token }) {
        const ticket = readTicket(token);
        if (ticket) await signOut(ticket.sessionId, now());
      },
    },
    logger: { error() {}, warn() {}, debug() {} },
  };
}

/** The claims of a decoded cookie, or null when they are not ours. */
export function readTicket(token: Record<string, unknown> | null | undefined) {
  const sessionId = token?.[SESSION_CLAIM];
  const sessionVersion = token?.[VERSION_CLAIM];
  return typeof sessionId === "string" && typeof sessionVersion === "number"
    ? { sessionId, sessionVersion }
    : null;
}
