import { foldText } from "@/lib/numbers/fold";
import type { Transaction } from "@/lib/server/db";
import type { DemoFile } from "./demo-schema";
import type { Lookups } from "./lookups";

const BASIS_NOTE = "Đơn vị hư cấu của bản trình diễn. Số liệu minh họa.";

const villageCode = (commune: string, index: number) => `${commune}-thon-${index + 1}`;

/** Province, district, communes and villages of the demonstration. */
export async function placeDemoUnits(tx: Transaction, file: DemoFile): Promise<void> {
  const shared = { basis: "illustrative" as const, basisNote: BASIS_NOTE };
  const province = await tx.administrativeUnit.create({
    data: { ...shared, ...named("Tỉnh", file.province.name), code: file.province.code, level: "province" },
  });
  const district = await tx.administrativeUnit.create({
    data: {
      ...shared,
      ...named("Huyện", file.district.name),
      code: file.district.code,
      level: "district",
      parentId: province.id,
    },
  });
  const communes = await tx.administrativeUnit.createManyAndReturn({
    data: file.communes.map(({ code, name }, index) => ({
      ...shared,
      ...named("Xã", name),
      code,
      level: "commune" as const,
      parentId: district.id,
      sortOrder: index + 1,
    })),
    select: { id: true, code: true },
  });
  const ids = new Map(communes.map((row) => [row.code, row.id]));
  await tx.administrativeUnit.createMany({
    data: file.communes.flatMap((commune) =>
      commune.villages.map((village, index) => ({
        ...shared,
        ...named("Thôn", village.name),
        code: villageCode(commune.code, index),
        level: "village" as const,
        parentId: ids.get(commune.code) ?? null,
        sortOrder: index + 1,
      })),
    ),
  });
}

function named(kind: string, name: string) {
  return { kind, name, searchName: foldText(`${kind} ${name}`) };
}

/** Where the villages of some communes stand. */
export async function placeVillageProgress(tx: Transaction, find: Lookups, file: DemoFile): Promise<void> {
  const lastDay = new Date(`${file.lastPeriod.slice(0, 4)}-12-31T00:00:00Z`);
  await tx.villageProgress.createMany({
    data: file.communes.flatMap((commune) =>
      commune.villages.flatMap(({ status }, index) =>
        status === null
          ? []
          : [
              {
                communeId: find.unit(commune.code),
                villageId: find.unit(villageCode(commune.code, index)),
                standard: "thôn NTM kiểu mẫu",
                status,
                asOfText: `năm ${file.lastPeriod.slice(0, 4)}`,
                dueOn: status === "target" ? lastDay : null,
                isIllustrative: true,
              },
            ],
      ),
    ),
  });
}
