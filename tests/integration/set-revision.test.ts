import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadSetDefinition } from "@/lib/criteria/queries";
import { createTestDatabase, type TestDatabase } from "@/tests/support/database";

const SET = "NTMNC_XA_2021_2025";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ seeded: "reference" });
});

afterAll(async () => {
  await database.drop();
});

async function readThreshold(code: string): Promise<string | null> {
  const set = await loadSetDefinition(database.db, SET);
  const indicator = set?.criteria
    .flatMap((criterion) => criterion.indicators)
    .find((row) => row.code === code);
  const row = indicator?.thresholds.find((item) => item.stratum === null && item.year === null);
  if (!row) throw new Error(`no default threshold of ${code}`);
  return row.value;
}

describe("the revision of a criteria set", () => {
  it("lets a threshold corrected by any writer be seen at the next use", async () => {
    const before = await loadSetDefinition(database.db, SET);
    expect(await loadSetDefinition(database.db, SET)).toBe(before);
    expect(await readThreshold("3.1")).toBe("90");
    await database.db.$executeRaw`
      update "Threshold" t set value = 91 from "Indicator" i join "Criterion" k on k.id = i."criterionId"
      join "CriteriaSet" s on s.id = k."setId"
      where t."indicatorId" = i.id and i.code = '3.1' and s.code = ${SET} and t."stratumId" is null`;
    expect(await readThreshold("3.1")).toBe("91");
  });

  it("never gives two states the same number, even around a rollback", async () => {
    const raise = (value: number) => database.db.$executeRaw`
      update "Threshold" t set value = ${value} from "Indicator" i join "Criterion" k on k.id = i."criterionId"
      join "CriteriaSet" s on s.id = k."setId"
      where t."indicatorId" = i.id and i.code = '3.1' and s.code = ${SET} and t."stratumId" is null`;
    await database.db
      .$transaction(async (tx) => {
        await tx.$executeRaw`
          update "Threshold" t set value = 77 from "Indicator" i join "Criterion" k on k.id = i."criterionId"
          join "CriteriaSet" s on s.id = k."setId"
          where t."indicatorId" = i.id and i.code = '3.1' and s.code = ${SET} and t."stratumId" is null`;
        // Caches the state that is about to be undone.
        await loadSetDefinition(tx, SET);
        throw new Error("undo");
      })
      .catch((error: Error) => expect(error.message).toBe("undo"));
    expect(await readThreshold("3.1")).toBe("91");
    await raise(92);
    expect(await readThreshold("3.1")).toBe("92");
  });

  it.each(["Criterion", "Indicator", "Stratum"])("grows with a change of a %s", async (table) => {
    const read = async () =>
      (await database.db.criteriaSet.findUniqueOrThrow({ where: { code: SET } })).revision;
    const before = await read();
    await database.db.$executeRawUnsafe(
      table === "Indicator"
        ? `update "Indicator" set note = 'x' where "criterionId" in (select id from "Criterion" where "setId" = (select id from "CriteriaSet" where code = '${SET}'))`
        : `update "${table}" set note = 'x' where "setId" = (select id from "CriteriaSet" where code = '${SET}')`,
    );
    expect(await read()).toBeGreaterThan(before);
  });
});
