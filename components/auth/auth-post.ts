/**
 * Sign-in as a small POST to next-auth's own address. Its client package would cost
 * the sign-in page more than the rest of the page together.
 */

async function fetchCsrfToken(): Promise<string> {
  const response = await fetch("/api/auth/csrf", { headers: { accept: "application/json" } });
  if (!response.ok) throw new Error(`csrf ${response.status}`);
  const body: unknown = await response.json();
  if (
    typeof body === "object" &&
    body !== null &&
    "csrfToken" in body &&
    typeof body.csrfToken === "string"
  ) {
    return body.csrfToken;
  }
  throw new Error("csrf token missing");
}

async function postForm(path: string, fields: Record<string, string>): Promise<Response> {
  const csrfToken = await fetchCsrfToken();
  return fetch(path, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ ...fields, csrfToken, json: "true", callbackUrl: window.location.origin }),
  });
}

/** Error code of a refused sign-in ("CredentialsSignin", …), "" when it succeeded. */
export async function signInByPost(username: string, password: string): Promise<string> {
  try {
    const response = await postForm("/api/auth/callback/credentials", { username, password });
    const body: unknown = await response.json();
    const target =
      typeof body === "object" && body !== null && "url" in body && typeof body.url === "string"
        ? body.url
        : "";
    const code = new URL(target, window.location.origin).searchParams.get("error");
    return code ?? (response.ok ? "" : "Unavailable");
  } catch {
    return "Unavailable";
  }
}
