import { randomBytes } from "node:crypto";

/** Letters and digits that cannot be mistaken for one another when read out over the telephone. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/** A short id that ties what the user sees to one line of the log: "K7QM-2F9X". */
export function newErrorId(random: (size: number) => Uint8Array = randomBytes): string {
  const letters = Array.from(random(8), (byte) => ALPHABET[byte % ALPHABET.length]).join("");
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
