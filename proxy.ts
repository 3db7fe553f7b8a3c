import { type NextRequest, NextResponse } from "next/server";
import { PATH_HEADER } from "@/lib/auth/constants";

/**
 * Notes path and query of a page for the session gate, which otherwise cannot know where to come back to after
 * sign-in. Decides nothing: who may see what is decided beside the data.
 */
export function proxy(request: NextRequest) {
  const headers = new Headers(request.headers);
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  return NextResponse.next({ request: { headers } });
}

// A file's extension begins with a letter; an address may end in the number of an indicator ("17.3").
export const config = { matcher: ["/((?!_next/|api/|.*\\.[a-z][a-z0-9]*$).*)"] };
