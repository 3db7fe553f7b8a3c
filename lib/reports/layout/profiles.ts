import party from "@/prisma/data/layouts/party.json";
import partyBodiesData from "@/prisma/data/layouts/party-bodies.json";
import state from "@/prisma/data/layouts/state.json";
import { type LayoutProfile, layoutProfileSchema, type PartyBodies, partyBodiesSchema } from "./schema";

/** Layouts by id, checked when the module loads: a broken data file stops the start, not an export. */
export const LAYOUT_PROFILES: Record<LayoutProfile["id"], LayoutProfile> = {
  party: layoutProfileSchema.parse(party),
  state: layoutProfileSchema.parse(state),
};

export const PARTY_BODIES: PartyBodies = partyBodiesSchema.parse(partyBodiesData);
