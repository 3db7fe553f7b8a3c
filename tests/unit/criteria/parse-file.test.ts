import { describe, expect, it } from "vitest";
import { formatPath, parseCriteriaSet } from "@/lib/criteria/parse-file";
import { readDataFile } from "@/prisma/seed/files";

const { text } = readDataFile("criteria/NTMKM_XA_2021_2025.json");

type Json = Record<string, unknown>;

function broken(change: (set: { [key: string]: unknown; criteria: Json[] }) => void): string {
  const set = JSON.parse(text);
  change(set);
  const result = parseCriteriaSet("bo-tieu-chi.json", JSON.stringify(set));
  if (result.ok) throw new Error("The file was expected to be refused");
  return result.message;
}

const firstIndicator = (set: { criteria: Json[] }) => (set.criteria[0]?.indicators as Json[])[0] as Json;

describe("a broken criteria set file", () => {
  it("is refused with file, place and reason in one sentence", () => {
    expect(broken((set) => delete firstIndicator(set).unit)).toBe(
      "Không nạp được tệp bo-tieu-chi.json: tại criteria[0].indicators[0].unit, thiếu trường này. Chưa có dữ liệu nào được ghi.",
    );
    expect(broken((set) => Object.assign(firstIndicator(set), { direction: "atleast" }))).toContain(
      "tại criteria[0].indicators[0].direction, giá trị phải là một trong: gte, lte",
    );
    expect(broken((set) => Object.assign(set, { nguon: "?" }))).toContain("gốc của tệp, có trường lạ: nguon");
    expect(broken((set) => Object.assign(set, { periodFrom: "2021" }))).toContain(
      "tại periodFrom, cần kiểu number",
    );
  });

  it("is refused when it is no JSON at all", () => {
    const result = parseCriteriaSet("x.json", "{ thiếu");
    expect(result).toMatchObject({ ok: false, reason: "not-json" });
    if (!result.ok) expect(result.message).toContain("x.json");
  });

  it.each([
    ["a float where exact text belongs", { value: 95.5, provenance: "recalled" }, "thresholds[0].value"],
    ["a rounded decimal text", { value: "95.50", provenance: "recalled" }, "thresholds[0].value"],
    ["a number called unknown", { value: "95", provenance: "unknown" }, "đã có số"],
    ["no number called sourced", { value: null, provenance: "sourced" }, "chưa biết số"],
    ["an unknown stratum", { value: "95", provenance: "recalled", stratum: "SAO_HOA" }, "không có vùng"],
  ])("catches %s", (_, row, expected) => {
    expect(broken((set) => Object.assign(firstIndicator(set), { thresholds: [row] }))).toContain(expected);
  });

  it("catches counts and codes that do not fit", () => {
    expect(broken((set) => Object.assign(set, { expectedIndicatorCount: 9 }))).toContain(
      "có 4 chỉ tiêu, cần 9",
    );
    expect(broken((set) => Object.assign(firstIndicator(set), { code: "KM.2" }))).toContain(
      "trùng mã chỉ tiêu KM.2",
    );
    expect(broken((set) => Object.assign(set, { isComplete: false }))).toContain("phải ghi rõ thiếu gì");
  });

  it("writes places as people read them", () => {
    expect(formatPath([])).toBe("gốc của tệp");
    expect(formatPath(["criteria", 3, "indicators", 0, "unit"])).toBe("criteria[3].indicators[0].unit");
  });
});
