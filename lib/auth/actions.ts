"use server";

import { cookies } from "next/headers";
import { z } from "zod";
import { defineAction } from "@/lib/server/action";
import { succeed } from "@/lib/server/result";
import { nameSessionCookie } from "./constants";
import { isSecureSite } from "./next-auth";
import { revokeSession } from "./session-store";

/** Ends the session row and the cookie; the caller goes to the login page afterwards. */
export const signOutAction = defineAction({
  name: "auth.sign-out",
  schema: z.object({}),
  act: "session.end",
  async run(_input, { tx, session, now, audit }) {
    await revokeSession(tx, session.sessionId, now);
    await audit({ act: "session.end", entity: "User", entityId: String(session.userId) });
    (await cookies()).delete(nameSessionCookie(isSecureSite()));
    return succeed(null);
  },
});
