/**
 * Saving one cell through the server action: alone; twenty officials of twenty communes who each save a cell every
 * second, faster than anybody types; and the same twenty without a breath between two saves.
 */
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Bench } from "@/tests/support/bench";
import { findActionId, quantile, WebClient } from "@/tests/support/web-client";

const PASSWORD = "Demo-NTM-2026";
const SET = "NTMNC_XA_2021_2025";
/** A quarter that neither the demonstration nor another bench has begun, so that every commune may enter it. */
const PERIOD = "2021-Q1";
const SAVERS = 20;
const SAVES_EACH = 15;
const PACE_MS = 1000;

interface Saver {
  client: WebClient;
  unit: string;
  cells: { id: number; version: number }[];
}

/** One editor per commune, with the password of a demonstration account. */
async function addSavers(admin: pg.Client): Promise<{ unit: string; username: string }[]> {
  const { rows } = await admin.query<{ unit: string; username: string }>(
    `with chosen as (
       select u.id, u.code from "AdministrativeUnit" u join "AdministrativeUnit" p on p.id = u."parentId"
       where p.code = 'huyen-mau' and u.level = 'commune' order by u.code limit $1
     )
     insert into "User" (username, "displayName", position, "passwordHash", role, "unitId", "isDemo")
     select 'bench.' || c.code, 'Người đo ' || c.code, 'Công chức xã', d."passwordHash", 'commune_editor', c.id, true
     from chosen c cross join (select "passwordHash" from "User" where username = 'canbo.mau01') d
     returning substr(username, 7) as unit, username`,
    [SAVERS],
  );
  return rows;
}

async function listPercentCells(admin: pg.Client): Promise<number[]> {
  const { rows } = await admin.query<{ id: number }>(
    `select i.id from "Indicator" i join "Criterion" k on k.id = i."criterionId" join "CriteriaSet" s on s.id = k."setId"
     where s.code = $1 and i.kind = 'percent'
       and not exists (select 1 from "Indicator" l where l."parentId" = i.id) order by i.id`,
    [SET],
  );
  return rows.map((row) => row.id);
}

const bench: Bench = async ({ baseUrl, databaseUrl }) => {
  const admin = new pg.Client({ connectionString: databaseUrl });
  await admin.connect();
  try {
    const action = findActionId("lib/figures/actions.ts", "saveFigure");
    const cells = await listPercentCells(admin);
    const savers: Saver[] = [];
    for (const { unit, username } of await addSavers(admin)) {
      const client = new WebClient(baseUrl);
      await client.signIn(username, PASSWORD);
      savers.push({ client, unit, cells: cells.map((id) => ({ id, version: 0 })) });
    }

    const save = async (saver: Saver, round: number): Promise<number> => {
      const cell = saver.cells[round % saver.cells.length];
      if (!cell) throw new Error("no cell to save");
      const start = performance.now();
      const answer = await saver.client.callAction(`/entry/${saver.unit}/${SET}/${PERIOD}`, action, {
        unit: saver.unit,
        set: SET,
        period: PERIOD,
        indicatorId: cell.id,
        entry: { kind: "value", text: `${50 + (round % 40)},5` },
        expectedVersion: cell.version,
      });
      const took = performance.now() - start;
      if (!answer.includes('"ok":true')) throw new Error(`save refused: ${answer.slice(0, 400)}`);
      cell.version += 1;
      return took;
    };

    const first = savers[0];
    if (!first) throw new Error("no saver");
    for (let round = 0; round < 10; round += 1) await save(first, round);
    const alone: number[] = [];
    for (let round = 10; round < 10 + 3 * SAVES_EACH; round += 1) alone.push(await save(first, round));

    // The floor: the least a durable save can cost on this disk.
    await admin.query("create table bench_floor (id int primary key, value numeric)");
    const floor: number[] = [];
    for (let round = 0; round < 50; round += 1) {
      const start = performance.now();
      await admin.query("insert into bench_floor values ($1, $2)", [round, round]);
      floor.push(performance.now() - start);
    }
    await admin.query("drop table bench_floor");

    const saveTogether = async (firstRound: number, pace: number): Promise<number[]> =>
      (
        await Promise.all(
          savers.map(async (saver, place) => {
            // Officials do not press Enter in step.
            await sleep((place * pace) / SAVERS);
            const times: number[] = [];
            for (let round = 0; round < SAVES_EACH; round += 1) {
              const took = await save(saver, firstRound + round);
              times.push(took);
              await sleep(Math.max(0, pace - took));
            }
            return times;
          }),
        )
      ).flat();
    const paced = await saveTogether(60, PACE_MS);
    const start = performance.now();
    const pressed = await saveTogether(80, 0);
    const perSecond = pressed.length / ((performance.now() - start) / 1000);

    const least = quantile(floor, 0.5);
    const note = `floor: one insert with its commit on this disk, ${least.toFixed(1)} ms; caller and server share the cores.`;
    return [
      {
        name: "cell save, alone, p50",
        value: quantile(alone, 0.5),
        unit: "ms",
        goal: 15,
        floor: least,
        note,
      },
      {
        name: `cell save, ${SAVERS} savers with a save a second each, p95`,
        value: quantile(paced, 0.95),
        unit: "ms",
        goal: 100,
        floor: least,
        note:
          `p50 ${quantile(paced, 0.5).toFixed(1)} ms over ${paced.length} saves; without a pause between saves the ` +
          `${SAVERS} get ${perSecond.toFixed(0)} saves a second, p95 ${quantile(pressed, 0.95).toFixed(0)} ms.`,
      },
    ];
  } finally {
    await admin.end();
  }
};

export default bench;
