import { parseArgs } from "node:util";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/lib/server/generated/client";
import { ensureDatabase } from "../scripts/database";
import { loadDotEnv } from "../scripts/project";
import { seedDemo } from "./demo";
import { loadSourceDocuments } from "./documents";
import { loadReferenceData } from "./reference";

/**
 * Loads data: `seed.ts reference` the criteria sets, units and source documents; `seed.ts demo` (the default when
 * NTM_DEMO=1) also the fictional district and the demo accounts. Running it again changes nothing.
 */
async function main(): Promise<void> {
  loadDotEnv();
  const { positionals } = parseArgs({ allowPositionals: true });
  const kind = positionals[0] ?? (process.env.NTM_DEMO === "1" ? "demo" : "reference");
  if (kind !== "reference" && kind !== "demo") throw new Error(`Unknown data "${kind}": reference or demo`);
  const { url } = await ensureDatabase();
  const db = new PrismaClient({
    adapter: new PrismaPg({ connectionString: url, max: 2, options: "-c TimeZone=UTC" }),
  });
  try {
    const sets = await loadReferenceData(db);
    const documents = await loadSourceDocuments(db);
    const changed = sets.filter((set) => set.outcome !== "unchanged").length;
    const added = documents.filter((document) => document.outcome === "created").length;
    console.log(
      `Criteria sets: ${sets.length}, ${changed} changed. Source documents: ${documents.length}, ${added} new.`,
    );
    if (kind === "demo") {
      const demo = await seedDemo(db);
      console.log(
        demo.outcome === "created"
          ? `Demonstration: ${demo.communes} communes, ${demo.submissions} sheets, ${demo.figures} figures, ${demo.users} accounts.`
          : "Demonstration: already there.",
      );
    }
  } finally {
    await db.$disconnect();
  }
}

await main();
