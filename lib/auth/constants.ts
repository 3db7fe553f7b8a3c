/** A session ends after this long without a request. */
export const IDLE_MINUTES = 30;
/** A session ends after this long whatever happens; also the age of the cookie. */
export const ABSOLUTE_HOURS = 12;
/** `lastSeenAt` is written at most this often, so that reading a page does not write a row each time. */
export const TOUCH_SECONDS = 60;
/** Longer than any real name or password; stops oversized input before any hashing. */
export const USERNAME_MAX = 64;
export const PASSWORD_MAX = 200;

export const LOGIN_PATH = "/login";

/** Request header in which proxy.ts notes the path and query, so that sign-in can come back to them. */
export const PATH_HEADER = "x-ntm-path";

/** Cookie names; the prefix that browsers tie to https is used exactly when the site is https. */
export function nameSessionCookie(isSecure: boolean): string {
  return isSecure ? "__Secure-ntm.session" : "ntm.session";
}
