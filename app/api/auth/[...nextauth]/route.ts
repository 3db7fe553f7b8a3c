import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { buildAuthOptions } from "@/lib/auth/next-auth";

interface RouteContext {
  params: Promise<{ nextauth: string[] }>;
}

function handle(request: NextRequest, context: RouteContext) {
  return NextAuth(request, context, buildAuthOptions());
}

export { handle as GET, handle as POST };
