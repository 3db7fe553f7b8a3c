import { readFileSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "@/prisma/scripts/project";

/** A signed-in caller without a browser, for benches: pages by GET, server actions by POST. */
export class WebClient {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly baseUrl: string) {}

  private async request(address: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.cookies.size > 0) {
      headers.set("cookie", [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    }
    const response = await fetch(new URL(address, this.baseUrl), { ...init, headers, redirect: "manual" });
    for (const cookie of response.headers.getSetCookie()) {
      const pair = cookie.split(";", 1)[0] ?? "";
      const split = pair.indexOf("=");
      this.cookies.set(pair.slice(0, split), pair.slice(split + 1));
    }
    return response;
  }

  async signIn(username: string, password: string): Promise<void> {
    const csrf = (await (await this.request("/api/auth/csrf")).json()) as { csrfToken: string };
    const response = await this.request("/api/auth/callback/credentials", {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({
        username,
        password,
        csrfToken: csrf.csrfToken,
        json: "true",
        callbackUrl: this.baseUrl,
      }),
    });
    const { url } = (await response.json()) as { url: string };
    if (!response.ok || url.includes("error=")) throw new Error(`${username} could not sign in: ${url}`);
  }

  /** Body of a page; throws unless it answers 200. */
  async readPage(address: string): Promise<string> {
    const response = await this.request(address);
    if (response.status !== 200) throw new Error(`${address} answered ${response.status}`);
    return response.text();
  }

  async readBytes(address: string): Promise<Uint8Array> {
    const response = await this.request(address);
    if (response.status !== 200) throw new Error(`${address} answered ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }

  /** Calls a server action as the page at `address` would; the answer is the raw stream of React. */
  async callAction(address: string, actionId: string, input: unknown): Promise<string> {
    const response = await this.request(address, {
      method: "POST",
      headers: {
        "next-action": actionId,
        accept: "text/x-component",
        origin: this.baseUrl,
        "content-type": "text/plain;charset=UTF-8",
      },
      body: JSON.stringify([input]),
    });
    if (response.status !== 200) throw new Error(`action at ${address} answered ${response.status}`);
    return response.text();
  }

  /** Uploads a file for import; the answer is the id of its preview. */
  async uploadFile(address: string, name: string, bytes: Uint8Array): Promise<string> {
    const body = new FormData();
    body.set("file", new File([new Uint8Array(bytes)], name));
    const response = await this.request(address, { method: "POST", body });
    const answer = (await response.json()) as { ok: boolean; value?: { id: string }; message?: string };
    if (!answer.ok || !answer.value) throw new Error(`${address} refused: ${answer.message}`);
    return answer.value.id;
  }

  cookieHeader(): { name: string; value: string }[] {
    return [...this.cookies].map(([name, value]) => ({ name, value }));
  }
}

/** Id under which the build serves an exported server action. */
export function findActionId(fileName: string, exportedName: string): string {
  const manifest = JSON.parse(
    readFileSync(path.join(projectRoot, ".next", "server", "server-reference-manifest.json"), "utf8"),
  ) as { node: Record<string, { filename: string; exportedName: string }> };
  const found = Object.entries(manifest.node).find(
    ([, action]) => action.filename === fileName && action.exportedName === exportedName,
  );
  if (!found) throw new Error(`the build serves no action ${exportedName} of ${fileName}`);
  return found[0];
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
