import { checkHealth } from "@/lib/server/health";

export const dynamic = "force-dynamic";

/** For load balancers and monitoring: 200 when the application can serve, else 503. */
export async function GET(): Promise<Response> {
  const health = await checkHealth();
  return Response.json(health, { status: health.ok ? 200 : 503, headers: { "Cache-Control": "no-store" } });
}
