import { describe, expect, it } from "vitest";
import { comparePersonNames, compareVietnamese, sortVietnamese } from "@/lib/numbers/collate";
import { foldText, matchesSearch } from "@/lib/numbers/fold";

describe("folding", () => {
  it("ignores accents, case, tone placement and composition", () => {
    expect(foldText("  Dương   Đức ")).toBe("duong duc");
    expect(foldText("Huyện uỷ")).toBe(foldText("Huyện ủy"));
    expect(foldText("Ế".normalize("NFD"))).toBe("e");
    expect(matchesSearch("Xã Dương Đức", "duong duc")).toBe(true);
    expect(matchesSearch("Xã Dương Đức", "đức xã")).toBe(true);
    expect(matchesSearch("Xã Dương Đức", "bản")).toBe(false);
    expect(matchesSearch("Xã Dương Đức", "")).toBe(true);
  });
});

describe("Vietnamese order", () => {
  it("sorts letters and numbers as people expect", () => {
    const sorted = ["An", "Ánh", "Ăn", "Ân", "Dũng", "Đào", "Eo", "Ê"];
    expect([...sorted].reverse().sort(compareVietnamese)).toEqual(sorted);
    expect(sortVietnamese([{ name: "Xã Mẫu 10" }, { name: "Xã Mẫu 2" }], (item) => item.name)[0]?.name).toBe(
      "Xã Mẫu 2",
    );
  });

  it("sorts people by given name", () => {
    const names = ["Trần Văn Bình", "Nguyễn Thị An", "Lê Văn An"];
    expect(names.sort(comparePersonNames)).toEqual(["Lê Văn An", "Nguyễn Thị An", "Trần Văn Bình"]);
  });
});
