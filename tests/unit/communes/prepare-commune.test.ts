import { describe, expect, it } from "vitest";
import { describeSheet, groupTargets, prepareCommune, prepareHistory } from "@/lib/communes/prepare-commune";
import type { CommuneRows, SheetRow, TargetRow } from "@/lib/communes/types";

function sheet(change: Partial<SheetRow> = {}): SheetRow {
  return {
    id: 1,
    setId: 1,
    setCode: "S",
    setTitle: "Bộ S",
    period: "2024-Q1",
    status: "approved",
    provenance: "self_assessed",
    basis: "recorded",
    asOf: null,
    metPhrase: null,
    derivedNote: null,
    met: 12,
    unmet: 7,
    missing: 0,
    exempt: 0,
    undefinedCount: 0,
    total: 19,
    entered: 0,
    indicators: 0,
    returnReason: null,
    isIllustrative: false,
    documentCode: "kh",
    documentTitle: null,
    ...change,
  };
}

function rows(change: Partial<CommuneRows> = {}): CommuneRows {
  return {
    head: {
      label: "Xã Dương Đức",
      kind: "Xã",
      level: "commune",
      basis: "stated",
      basisNote: null,
      parentCode: "lang-giang",
      parentLabel: "Huyện Lạng Giang",
      parentBasis: "stated",
      parentBasisNote: null,
    },
    sheets: [sheet()],
    criteria: [],
    indicators: [],
    tasks: [],
    targets: [],
    milestones: [],
    villages: [],
    villageNames: [],
    documents: [],
    facts: [],
    ...change,
  };
}

describe("prepareCommune", () => {
  it("draws as many unnamed cells as the document counts when the list itself is not known", () => {
    const page = prepareCommune(rows({ sheets: [sheet({ met: 19, unmet: 2, total: 21 })] }), 1, "2024-Q1");
    expect(page.strip).toHaveLength(21);
    expect(page.strip.every((cell) => cell.state === "unnamed" && cell.number === null)).toBe(true);
  });

  it("puts the promise beside the result: 12/19 to 13/19", () => {
    const milestone = {
      id: 1,
      title: "Đạt 13/19",
      number: null,
      targetMet: 13,
      duePeriod: "2024-Q4",
      dueOn: "2024-12-31",
      dueText: "quý IV/2024",
      documentCode: "kh",
      isIllustrative: false,
    };
    const page = prepareCommune(rows({ milestones: [milestone] }), 1, "2024-Q1");
    expect(page.promise).toMatchObject({ from: 12, to: 13, total: 19, dueText: "quý IV/2024" });
  });

  it("invents nothing for a period without a sheet and names the latest one", () => {
    const page = prepareCommune(rows(), 1, "2024-Q4");
    expect(page.sheet).toBeNull();
    expect(page.latestPeriod).toBe("2024-Q1");
    expect(page.change).toBeNull();
  });

  it("takes an empty draft for no sheet", () => {
    const page = prepareCommune(
      rows({ sheets: [sheet({ basis: "scored", status: "draft" })] }),
      1,
      "2024-Q1",
    );
    expect(page.sheet).toBeNull();
  });
});

describe("prepareHistory", () => {
  it("changes only against the quarter just before", () => {
    const points = prepareHistory(
      [
        sheet({ period: "2023-Q1", met: 5 }),
        sheet({ period: "2024-Q1" }),
        sheet({ period: "2024-Q2", met: 11 }),
      ],
      "2024-Q4",
    );
    expect(points.map((point) => point.change)).toEqual([null, null, -1]);
  });
});

describe("describeSheet", () => {
  it("says it as the document does", () => {
    expect(describeSheet(sheet({ metPhrase: "cơ bản đạt", asOf: "2023-03-10" }))).toBe(
      "cơ bản đạt, 10/3/2023",
    );
    expect(describeSheet(sheet({ basis: "scored", status: "submitted" }))).toBe("tự đánh giá, chờ thẩm định");
  });
});

describe("groupTargets", () => {
  it("keeps the order of the printed groups", () => {
    const target = (id: number, groupTitle: string | null) => ({ id, groupTitle }) as TargetRow;
    expect(
      groupTargets([target(1, "b"), target(2, null), target(3, "a"), target(4, "b")]).map((g) => g.title),
    ).toEqual([null, "b", "a"]);
  });
});
