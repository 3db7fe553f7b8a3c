/**
 * Where to go after signing in. Only a path of this site passes; whatever could leave it
 * ("//host", "/\host", "https:…", control characters) or loop back to sign-in becomes the home page.
 */
export function safeNextPath(next: string | string[] | null | undefined): string {
  const path = Array.isArray(next) ? next[0] : next;
  if (!path?.startsWith("/") || path.length > 2000) return "/";
  if (path.startsWith("//") || path.includes("\\")) return "/";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop tab and newline, so "/\t/host" is "//host"
  if (/[\u0000-\u001f\u007f]/.test(path)) return "/";
  const base = "http://here.invalid";
  let url: URL;
  try {
    url = new URL(path, base);
  } catch {
    return "/";
  }
  if (url.origin !== base || url.pathname.startsWith("//")) return "/";
  if (/^\/(login|api)(\/|$)/.test(url.pathname)) return "/";
  return `${url.pathname}${url.search}${url.hash}`;
}
