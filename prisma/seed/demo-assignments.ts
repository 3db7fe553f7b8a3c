import type { Transaction } from "@/lib/server/db";
import type { DemoFile } from "./demo-schema";
import type { Lookups } from "./lookups";

/** An official and, for some criteria, a sponsoring organisation for every criterion of every commune. */
export async function placeAssignments(tx: Transaction, find: Lookups, file: DemoFile): Promise<void> {
  const { fromDate, names, officials, sponsors } = file.assignments;
  const sponsorOf = new Map(
    sponsors.flatMap(({ name, criteria }) => criteria.map((number) => [number, name])),
  );
  const editor = await tx.user.findUnique({ where: { username: file.editor } });
  await tx.criterionAssignment.createMany({
    data: file.communes.flatMap((commune, communeIndex) =>
      officials.flatMap(({ position, criteria }, index) => {
        // Each commune starts the list of names elsewhere, so that neighbours differ.
        const name = names[(communeIndex * officials.length + index) % names.length] ?? "";
        // The account that enters this commune's figures answers for the first group itself.
        const own = commune.code === file.accountsUnit && index === 0 ? editor : null;
        return criteria.map((number) => ({
          unitId: find.unit(commune.code),
          criterionId: find.criterion(file.set, number),
          userId: own?.id ?? null,
          officialName: own?.displayName ?? name,
          position: own?.position ?? position,
          sponsorName: sponsorOf.get(number) ?? null,
          fromDate: new Date(`${fromDate}T00:00:00Z`),
          isIllustrative: true,
        }));
      }),
    ),
  });
}
