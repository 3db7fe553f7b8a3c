import type { IssuerFacts } from "./facts";

/** "Ban Thường vụ Huyện ủy": the body in running text, which needs no place name. */
export function nameIssuingBody(issuer: Pick<IssuerFacts, "committee">): string {
  return `Ban Thường vụ ${issuer.committee}`;
}
