import { describe, expect, it } from "vitest";
import { describeDeadline } from "@/lib/reports/narrative/deadlines";
import {
  fillTemplate,
  joinBodies,
  joinItems,
  joinNames,
  lowerFirst,
  nameStandard,
  shorten,
} from "@/lib/reports/narrative/words";

describe("words of official prose", () => {
  it.each([
    [["A"], "A"],
    [["A", "B"], "A và B"],
    [["A", "B", "C"], "A, B và C"],
    [[], ""],
  ])("joins names %j", (names, joined) => {
    expect(joinNames(names)).toBe(joined);
  });

  it("joins items with semicolons and drops their own full stops", () => {
    expect(joinItems(["Nguồn lực hạn chế.", " thời tiết phức tạp; "])).toBe(
      "Nguồn lực hạn chế; thời tiết phức tạp",
    );
  });

  it("writes common nouns small and bodies large inside a sentence", () => {
    expect(joinBodies(["UBND huyện", "Cơ quan chuyên môn", "Xã Bản Bo"])).toBe(
      "UBND huyện, cơ quan chuyên môn và xã Bản Bo",
    );
    expect(joinBodies(["Ban Chỉ đạo xã", "Cấp ủy, chính quyền xã"])).toBe(
      "Ban Chỉ đạo xã và cấp ủy, chính quyền xã",
    );
    expect(joinBodies(["Ban Chỉ đạo xã", "Bản Hung Phong"])).toBe("Ban Chỉ đạo xã và bản Hung Phong");
  });

  it.each([
    ["Rà soát", "rà soát"],
    ["Ổn định sản xuất", "ổn định sản xuất"],
    ["OCOP cho các thôn", "OCOP cho các thôn"],
    ["UBND huyện", "UBND huyện"],
    ["Đẩy mạnh", "đẩy mạnh"],
    ["", ""],
  ])("lower-cases %j inside a sentence", (text, lowered) => {
    expect(lowerFirst(text)).toBe(lowered);
  });

  it.each([
    ["Xã NTM nâng cao 2021-2025", "nông thôn mới nâng cao"],
    ["Xã NTM nâng cao giai đoạn 2021–2025", "nông thôn mới nâng cao"],
    ["Xã NTM 2016-2020", "nông thôn mới"],
    ["Xã NTM kiểu mẫu 2021-2025", "nông thôn mới kiểu mẫu"],
    ["Bộ tiêu chí xã nông thôn mới (2026-2030)", "nông thôn mới"],
  ])("names the standard of %j", (title, standard) => {
    expect(nameStandard(title)).toBe(standard);
  });

  it("cuts a long wording at a word", () => {
    expect(shorten("Tỷ lệ hộ nghèo.", 20)).toBe("Tỷ lệ hộ nghèo");
    expect(shorten("Tỷ lệ đường xã (biển báo, cây xanh)", 18)).toBe("Tỷ lệ đường xã …");
    expect(shorten("Đ".repeat(30), 20)).toBe(`${"Đ".repeat(20)} …`);
  });

  it("refuses a template that asks for a value nobody gives", () => {
    expect(fillTemplate("về {a}", { a: "b" })).toBe("về b");
    expect(() => fillTemplate("{x}", {})).toThrow(/unknown value "x"/);
  });
});

describe("deadlines in brackets", () => {
  it.each([
    ["Hoàn thành Kế hoạch trong tháng 5/2023", "2023-05-31", "Hoàn thành Kế hoạch trong tháng 5/2023"],
    ["đảm bảo năm 2024 hoàn thành tiêu chí.", null, "Đảm bảo năm 2024 hoàn thành tiêu chí"],
    ["Quý IV/2024", "2024-12-31", "Hoàn thành trong quý IV/2024"],
    ["năm 2024", null, "Hoàn thành trong năm 2024"],
    ["đến hết năm 2024", "2024-12-31", "Thực hiện đến hết năm 2024"],
    [
      "kế hoạch trong tháng 5/2023; hoàn thành tiêu chí năm 2024",
      "2023-05-31",
      "Hoàn thành kế hoạch trong tháng 5/2023; hoàn thành tiêu chí năm 2024",
    ],
    [null, "2023-05-31", "Hoàn thành trong tháng 5/2023"],
    [null, "2024-02-29", "Hoàn thành trong tháng 02/2024"],
    [null, "2023-02-28", "Hoàn thành trong tháng 02/2023"],
    [null, "2024-02-28", "Hoàn thành chậm nhất ngày 28/02/2024"],
    [null, "2024-12-25", "Hoàn thành chậm nhất ngày 25/12/2024"],
    [null, null, null],
    ["  ", null, null],
  ])("describes %j %j", (deadlineText, deadline, words) => {
    expect(describeDeadline({ deadlineText, deadline })).toBe(words);
  });
});
