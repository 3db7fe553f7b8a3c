import type { PartyBodies } from "../layout/schema";
import { lowerFirst } from "../narrative/words";
import type { IssuerFacts } from "./facts";

/** A unit above the commune, nearest first. */
export interface AncestorFacts {
  level: "province" | "district" | "commune" | "village";
  kind: string;
  name: string;
  basis: "stated" | "implied" | "inferred" | "illustrative";
  /** ISO date; null while the unit exists. */
  validTo: string | null;
}

type Committee = PartyBodies["committees"][number];

function standsOn(validTo: string | null, date: string): boolean {
  return validTo === null || date <= validTo;
}

function findCommittee(unit: AncestorFacts, date: string, bodies: PartyBodies): Committee | null {
  if (!standsOn(unit.validTo, date)) return null;
  return (
    bodies.committees.find(
      (body) => body.level === unit.level && body.unitKind === unit.kind && standsOn(body.validTo, date),
    ) ?? null
  );
}

/** A relation nobody has seen in print does not go on paper; the screen may hint at it. */
function nameUnit(unit: AncestorFacts | undefined): { name: string | null; nameHint: string | null } {
  if (unit === undefined) return { name: null, nameHint: null };
  return unit.basis === "inferred"
    ? { name: null, nameHint: `${unit.name} (suy ra, văn bản không in)` }
    : { name: unit.name, nameHint: null };
}

/**
 * The committee that concludes on a commune: of the nearest level above it that exists on the day.
 * When the tree names none, the lowest level that existed then, without a name.
 * @param ancestors units above the commune, nearest first
 * @param date ISO date of the document, or of what it concludes
 */
export function deriveIssuer(
  ancestors: readonly AncestorFacts[],
  date: string,
  bodies: PartyBodies,
): IssuerFacts {
  const chain = ancestors
    .map((unit) => ({ unit, body: findCommittee(unit, date, bodies) }))
    .filter((link): link is { unit: AncestorFacts; body: Committee } => link.body !== null);
  const valid = bodies.committees.filter((body) => standsOn(body.validTo, date));
  const body = chain[0]?.body ?? valid.find((entry) => entry.level === "district") ?? valid[0];
  if (body === undefined) throw new Error(`No Party committee is known for ${date}`);
  const above = chain.find((link) => link.body.level === "province");
  const provincial = above?.body ?? valid.find((entry) => entry.level === "province");
  return {
    committee: body.committee,
    levelWord: lowerFirst(body.unitKind),
    abbreviation: body.abbreviation,
    ...nameUnit(chain[0]?.unit),
    parent:
      body.level === "province" || provincial === undefined
        ? null
        : {
            organisation: provincial.organisation,
            levelWord: lowerFirst(provincial.unitKind),
            ...nameUnit(above?.unit),
          },
  };
}
