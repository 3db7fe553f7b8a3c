import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { AppSession } from "@/lib/auth/types";
import { saveFigureCommand } from "@/lib/figures/commands";
import { decideCriterionCommand } from "@/lib/reviews/commands";
import { executeCommand } from "@/lib/server/action";
import { db } from "@/lib/server/db";
import {
  approveSubmissionCommand,
  reopenSubmissionCommand,
  returnSubmissionCommand,
  verifySubmissionCommand,
} from "@/lib/submissions/decide-commands";
import type { SubmissionStatus } from "@/lib/submissions/entry-types";
import { sendSubmissionCommand } from "@/lib/submissions/send-command";
import { readSnapshotContent } from "@/lib/submissions/snapshot-types";
import { isEditable, TRANSITIONS, type Transition } from "@/lib/submissions/transitions";
import { buildSmallWorld, makeSession, PERIOD, SET, type SmallWorld, TODAY } from "../fixtures/small-world";
import { createTestDatabase, type TestDatabase } from "../support/database";

/** Whatever anybody does in whatever order, alone or two at once, a sheet's life keeps its rules. */

let test: TestDatabase;
let world: SmallWorld;
const people = new Map<string, AppSession>();
const NAMES = [
  "canbo.a1",
  "lanhdao.a1",
  "canbo.a2",
  "phong.a",
  "btv.a",
  "btv.b",
  "xem.a",
  "quantri",
] as const;

beforeAll(async () => {
  test = await createTestDatabase();
  Object.assign(process.env, { DATABASE_URL: test.url, NTM_DEMO: "1", NTM_TODAY: TODAY });
  world = await buildSmallWorld(test.db);
  for (const name of NAMES) people.set(name, await makeSession(test.db, name));
});
afterAll(async () => {
  await db.$disconnect();
  await test?.drop();
});

const ADDRESS = { unit: "xa-a1", set: SET, period: PERIOD };
const MAY: Record<Transition, readonly string[]> = {
  send: ["canbo.a1", "lanhdao.a1"],
  return: ["btv.a"],
  verify: ["btv.a"],
  approve: ["btv.a"],
  reopen: ["btv.a"],
};

type Act = {
  who: (typeof NAMES)[number];
  what: Transition | "save" | "agree" | "return-criterion";
  value: number;
};

const act: fc.Arbitrary<Act> = fc.record({
  // Those who may act come up more often, so that lives get long.
  who: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom("btv.a" as const, "canbo.a1" as const) },
    { weight: 1, arbitrary: fc.constantFrom(...NAMES) },
  ),
  what: fc.constantFrom(
    "send",
    "send",
    "verify",
    "verify",
    "approve",
    "return",
    "reopen",
    "save",
    "save",
    "agree",
    "return-criterion",
  ),
  value: fc.integer({ min: 0, max: 100 }),
});

function session(name: string): AppSession {
  const found = people.get(name);
  if (!found) throw new Error(name);
  return found;
}

async function readSheet() {
  const sheet = await test.db.submission.findFirst({
    include: { figures: { orderBy: { indicatorId: "asc" } }, snapshots: { orderBy: { id: "asc" } } },
  });
  return sheet;
}

async function perform({ who, what, value }: Act, round: number) {
  const actor = session(who);
  switch (what) {
    case "save": {
      const indicatorId = world.indicators["2.1"];
      const stored = await test.db.figure.findFirst({ where: { indicatorId } });
      return executeCommand(saveFigureCommand, actor, {
        ...ADDRESS,
        indicatorId,
        entry: { kind: "value", text: String(value) },
        expectedVersion: stored?.version ?? 0,
      });
    }
    case "send":
      return executeCommand(sendSubmissionCommand, actor, {
        ...ADDRESS,
        confirmed: true,
        acknowledgeMissing: true,
      });
    case "agree":
    case "return-criterion": {
      const kind = what === "agree" ? "agreed" : "returned";
      const criterionId = world.criteria[((value % 3) + 1) as 1 | 2 | 3];
      const newest = await test.db.criterionReview.findFirst({
        where: { criterionId },
        orderBy: { id: "desc" },
      });
      return executeCommand(decideCriterionCommand, actor, {
        ...ADDRESS,
        kind,
        criterionId,
        round,
        seenId: newest?.id ?? 0,
        text: `lần ${value}`,
      });
    }
    case "verify":
      return executeCommand(verifySubmissionCommand, actor, { ...ADDRESS, agreeRemaining: true });
    case "approve":
      return executeCommand(approveSubmissionCommand, actor, ADDRESS);
    case "return":
      return executeCommand(returnSubmissionCommand, actor, { ...ADDRESS, reason: "Sửa lại" });
    case "reopen":
      return executeCommand(reopenSubmissionCommand, actor, { ...ADDRESS, reason: "Mở lại" });
  }
}

const isStep = (what: Act["what"]): what is Transition => Object.hasOwn(TRANSITIONS, what);
const countAudit = () => test.db.auditEvent.count();

/** Whether an answer says that something changed (a repeated call does not). */
function hasChanged(answer: Awaited<ReturnType<typeof perform>>): boolean {
  if (!answer.ok) return false;
  const value = answer.value as {
    wasAlreadySent?: boolean;
    wasAlreadyDone?: boolean;
    wasAlreadySaid?: boolean;
  };
  return !(value.wasAlreadySent || value.wasAlreadyDone || value.wasAlreadySaid);
}

async function checkInvariants(statusBefore: SubmissionStatus | null, acts: Act[], winners: Act[]) {
  const sheet = await readSheet();
  const status = sheet?.status ?? null;
  // Only allowed steps, by those who may: the status is reached by walking the winners' steps in some order.
  const steps = winners.map(({ what }) => what).filter(isStep);
  for (const { who, what } of winners) if (isStep(what)) expect(MAY[what]).toContain(who);
  const reach = (from: SubmissionStatus | null, left: Transition[]): (SubmissionStatus | null)[] =>
    left.length === 0
      ? [from]
      : left.flatMap((step, index) =>
          TRANSITIONS[step].from.includes(from ?? "draft")
            ? reach(TRANSITIONS[step].to, left.toSpliced(index, 1))
            : [],
        );
  if (sheet) expect(reach(statusBefore ?? "draft", steps)).toContain(status);
  expect(steps.length, JSON.stringify(acts)).toBeLessThanOrEqual(acts.length);

  // Rounds grow by one with each sending, and what was handed over last is what stands.
  const snapshots = sheet?.snapshots ?? [];
  const sent = snapshots.filter(({ kind }) => kind === "submitted").map(({ round }) => round);
  for (let index = 1; index < sent.length; index += 1) {
    expect(sent[index]).toBeGreaterThan(sent[index - 1] as number);
  }
  const newest = snapshots.at(-1);
  if (sheet && newest && !isEditable(sheet.status)) {
    expect(newest.kind).toBe(sheet.status);
    const content = readSnapshotContent(newest);
    for (const figure of sheet.figures) {
      expect(content.figures[figure.indicatorId]?.value ?? null).toBe(figure.value?.toFixed() ?? null);
    }
    expect(newest.metCount).toBe(sheet.metCount);
    expect(sheet.provenance).toBe(sheet.status === "submitted" ? "self_assessed" : "verified");
  }
}

it("keeps the rules of a sheet's life whatever is done, by whom and in what order", {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(act, fc.option(act, { freq: 3 })), { minLength: 6, maxLength: 16 }),
      async (life) => {
        await test.db.submission.deleteMany();
        for (const [first, second] of life) {
          const before = await readSheet();
          const round = Math.max(1, ...(before?.snapshots.map((snapshot) => snapshot.round) ?? []));
          const audits = await countAudit();
          const acts = second ? [first, second] : [first];
          const answers = await Promise.all(acts.map((one) => perform(one, round)));
          const winners = acts.filter((_, index) => hasChanged(answers[index] as (typeof answers)[number]));
          for (const answer of answers) {
            if (!answer.ok) expect(answer.message).toMatch(/\p{L}.*[.?]$/u);
          }
          // A save that repeats what stands is no change; every other success is one audit row.
          const quiet = acts.filter(({ what }, index) => what === "save" && answers[index]?.ok).length;
          const written = (await countAudit()) - audits;
          expect(written).toBeLessThanOrEqual(winners.length);
          expect(written).toBeGreaterThanOrEqual(winners.length - quiet);
          await checkInvariants(before?.status ?? null, acts, winners);
        }
      },
    ),
    { numRuns: 40, endOnFailure: true },
  );
});

it("knows the same steps in the database as in code", async () => {
  const statuses: SubmissionStatus[] = ["draft", "submitted", "returned", "verified", "approved"];
  const known = new Set(
    Object.values(TRANSITIONS).flatMap(({ from, to }) => from.map((one) => `${one} ${to}`)),
  );
  for (const from of statuses) {
    for (const to of statuses) {
      if (from === to) continue;
      await test.db.submission.deleteMany();
      const sheet = await test.db.submission.create({
        data: {
          unitId: world.units["xa-a1"],
          setId: world.setId,
          period: PERIOD,
          status: from,
          submittedAt: new Date(),
          returnReason: "x",
          totalCount: 0,
          indicatorCount: 0,
        },
      });
      const step = test.db.submission.update({ where: { id: sheet.id }, data: { status: to } });
      if (known.has(`${from} ${to}`)) await expect(step).resolves.toMatchObject({ status: to });
      else await expect(step, `${from} ${to}`).rejects.toThrow(/cannot go from/);
    }
  }
});
