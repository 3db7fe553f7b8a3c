import "server-only";
import type { Transaction } from "@/lib/server/db";
import type { PlausibilityFile } from "./schema";

function listNames(file: PlausibilityFile): string[] {
  return file.rules.flatMap(({ body }) => {
    switch (body.kind) {
      case "compare":
        return [body.left.indicator, body.right.indicator];
      case "sum":
        return [...body.parts, body.whole].map((operand) => operand.indicator);
      default:
        return body.select.indicators ?? [];
    }
  });
}

/**
 * Makes the stored rules of a set those of its file; loading the same file again changes nothing.
 * @throws Error naming the set or indicator that a rule speaks of and that does not exist
 */
export async function applyPlausibilityFile(tx: Transaction, file: PlausibilityFile): Promise<void> {
  const set = await tx.criteriaSet.findUnique({
    where: { code: file.set },
    select: { id: true, criteria: { select: { indicators: { select: { code: true } } } } },
  });
  if (!set) throw new Error(`Quy tắc hợp lý nói tới bộ tiêu chí ${file.set} chưa được nạp.`);
  const known = new Set(set.criteria.flatMap(({ indicators }) => indicators.map(({ code }) => code)));
  const stranger = listNames(file).find((code) => !known.has(code));
  if (stranger) throw new Error(`Quy tắc hợp lý của ${file.set} nói tới chỉ tiêu ${stranger} không có.`);
  await tx.plausibilityRule.deleteMany({
    where: { setId: set.id, code: { notIn: file.rules.map(({ code }) => code) } },
  });
  for (const { code, severity, message, body } of file.rules) {
    const { kind, ...parameters } = body;
    const data = { severity, kind, message, parameters };
    await tx.plausibilityRule.upsert({
      where: { setId_code: { setId: set.id, code } },
      create: { ...data, setId: set.id, code },
      update: data,
    });
  }
}
