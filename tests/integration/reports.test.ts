import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AuthorizedDocumentId } from "@/lib/auth/authorize";
import type { AuthorizedUnitId } from "@/lib/auth/types";
import { listDocuments } from "@/lib/documents/list-documents";
import { loadDocument } from "@/lib/documents/load-document";
import { exportConclusionNotice } from "@/lib/reports/conclusion-notice/export-notice";
import { prepareConclusionNotice } from "@/lib/reports/conclusion-notice/prepare-notice";
import { loadConclusionNotice } from "@/lib/reports/conclusion-notice/queries";
import { printRuns } from "@/lib/reports/document/runs";
import type { DocumentTree } from "@/lib/reports/document/types";
import { createTestDatabase, type TestDatabase } from "@/tests/support/database";

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase({ seeded: "demo" });
}, 180_000);
afterAll(() => test?.drop());

async function load(code: string, period: string | null = null) {
  const unit = await test.db.administrativeUnit.findUniqueOrThrow({ where: { code } });
  return loadConclusionNotice(test.db, {
    // The gate is tested with lib/auth; here every unit is in reach.
    unitId: unit.id as AuthorizedUnitId,
    setCode: code.startsWith("huyen") ? null : "NTMNC_XA_2021_2025",
    period,
  });
}

async function loadFacts(code: string, period: string | null = null) {
  const loaded = await load(code, period);
  if (!loaded.ok) throw new Error(loaded.message);
  return loaded.value.facts;
}

function textOf(tree: DocumentTree): string {
  return tree.body.map((block) => ("runs" in block ? printRuns(block.runs) : "")).join("\n");
}

describe("Bản Bo, recorded from its notice", () => {
  it("says 9/19, the ten unmet criteria in order, one task paragraph each and three deadlines of May 2023", async () => {
    const facts = await loadFacts("ban-bo");
    const { tree, disagreements, missingSlots } = prepareConclusionNotice(facts, { withAnnex: false });
    const text = textOf(tree);
    expect(disagreements).toEqual([]);
    expect(text).toContain("cơ bản đạt 9/19 tiêu chí");
    expect(facts.assessment.unmetCriteria.map((criterion) => criterion.number)).toEqual([
      1, 2, 5, 6, 10, 11, 14, 17, 18, 19,
    ]);
    expect(tree.body.filter((block) => block.kind === "numbered")).toHaveLength(10);
    expect(text.match(/\(Hoàn thành [^)]*tháng 5\/2023[^)]*\)\./g)).toHaveLength(3);
    expect(text).toContain("phấn đấu đến hết năm 2024 xã Bản Bo cơ bản đạt các tiêu chí");
    expect(text).toContain("Phòng Kinh tế - Hạ tầng chủ trì, phối hợp với xã Bản Bo");
    expect(facts.signature).toEqual({
      authorityLines: ["T/L BAN THƯỜNG VỤ"],
      position: "CHÁNH VĂN PHÒNG",
      name: "Vũ Ngọc Sơn",
    });
    expect(facts.recipients).toHaveLength(5);
    expect(facts.meeting?.attendingBodies).toHaveLength(18);
    expect(missingSlots.map((slot) => slot.slot)).toEqual(["parent", "issuer", "number", "place", "date"]);
  });

  it("does not print the inferred district", async () => {
    const facts = await loadFacts("ban-bo");
    expect(facts.issuer.name).toBeNull();
    expect(facts.issuer.nameHint).toContain("Tam Đường");
  });

  it("becomes a Word file", async () => {
    const file = await exportConclusionNotice(await loadFacts("ban-bo"), { withAnnex: true }, "Người xuất");
    expect(file.ok && file.value.asciiName).toBe("thong-bao-ket-luan-xa-ban-bo.docx");
    expect(file.ok && file.value.name).toBe("Thông báo kết luận - Xã Bản Bo.docx");
    expect(file.ok && [...file.value.bytes.slice(0, 2)]).toEqual([0x50, 0x4b]);
  });
});

describe("Dương Đức, whose plan names one of seven unmet criteria", () => {
  it("says 12/19 and that the plan does not name the other six", async () => {
    const facts = await loadFacts("duong-duc");
    const { tree, disagreements } = prepareConclusionNotice(facts, { withAnnex: false });
    expect(disagreements).toEqual([]);
    expect(textOf(tree)).toContain("đạt 12/19 tiêu chí");
    expect(textOf(tree)).toContain("06 tiêu chí còn lại văn bản nguồn không kể tên");
    expect(tree.body.filter((block) => block.kind === "numbered")).toHaveLength(1);
    // The plan is no notice: its signer and recipients are not borrowed.
    expect(facts.signature.name).toBeNull();
    expect(facts.sourceDocumentCode).toBeNull();
  });
});

describe("communes of Huyện Mẫu, scored from figures", () => {
  it("agree with their stored counts, name every unmet criterion once and are marked illustrative", async () => {
    for (let number = 1; number <= 24; number += 1) {
      const code = `mau-${String(number).padStart(2, "0")}`;
      const facts = await loadFacts(code, "2024-Q3");
      const { tree, disagreements } = prepareConclusionNotice(facts, { withAnnex: true });
      expect(disagreements, code).toEqual([]);
      expect(facts.assessment.basis).toBe("scored");
      expect(tree.body.filter((block) => block.kind === "numbered")).toHaveLength(facts.assessment.unmet);
      expect(tree.header.marks).toContain("SỐ LIỆU MINH HỌA");
      expect(textOf(tree)).toContain(`đạt ${facts.assessment.met}/19 tiêu chí`);
      expect(textOf(tree)).not.toMatch(/undefined|null|NaN|\[object/);
      expect(facts.issuer).toMatchObject({ committee: "Huyện ủy", name: "Mẫu", abbreviation: "HU" });
    }
  });

  it("fall back to the latest sheet before a quarter that has none", async () => {
    const loaded = await load("mau-01", "2024-Q4");
    expect(loaded.ok && loaded.value.period).toBe("2024-Q3");
  });
});

describe("what cannot have a notice", () => {
  it("is refused in words: a district, a commune without a sheet", async () => {
    expect(await load("huyen-mau")).toMatchObject({ ok: false, reason: "not-a-commune" });
    expect(await load("xa-001")).toMatchObject({ ok: false, reason: "no-submission" });
  });

  it("is refused when the stored result contradicts itself", async () => {
    const facts = await loadFacts("ban-bo");
    const broken = { ...facts, assessment: { ...facts.assessment, met: 10 } };
    const file = await exportConclusionNotice(broken, { withAnnex: false }, "x");
    expect(file).toMatchObject({ ok: false, reason: "contradiction" });
    expect(!file.ok && file.message).toContain("10 đạt + 10 chưa đạt = 20");
  });
});

describe("the documents screens", () => {
  it("list five documents, flagged, undated last, and filter them", async () => {
    const all = await listDocuments(test.db, "all", { type: null, year: null });
    expect(all.total).toBe(5);
    expect(all.items.every((item) => item.flagCount > 0)).toBe(true);
    const plans = await listDocuments(test.db, "all", { type: "plan", year: 2024 });
    expect(plans.items.map((item) => item.code)).toEqual(["duong-duc-ke-hoach-2024"]);
  });

  it("show a commune only what it issued or is about", async () => {
    const unit = await test.db.administrativeUnit.findUniqueOrThrow({ where: { code: "ban-bo" } });
    const own = await listDocuments(test.db, [unit.id as AuthorizedUnitId], { type: null, year: null });
    expect(own.items.map((item) => item.code)).toEqual(["ban-bo-thong-bao-ket-luan-2023"]);
  });

  it("keep the printed 211,8 % beside the recomputed 198,9 %", async () => {
    const { id } = await test.db.directiveDocument.findUniqueOrThrow({
      where: { code: "xa-001-nghi-quyet-2024" },
    });
    const view = await loadDocument(test.db, id as AuthorizedDocumentId, "2024-12-30");
    const flagged = view.factGroups.flatMap((group) => group.rows).filter((row) => row.inconsistency);
    expect(flagged.map((row) => row.inconsistency)).toEqual(["in 211,8 %, tính lại 198,9 %"]);
    expect(view.results[0]).toMatchObject({ met: 19, total: 21, hasNotice: false });
  });
});
