import { describe, expect, it } from "vitest";
import { chooseSheet, describeHeading, guessColumns } from "@/lib/imports/guess-columns";
import { matchFields, normaliseCode } from "@/lib/imports/match-fields";
import type { RawCell, RawSheet } from "@/lib/imports/types";
import type { ResolvedSet } from "@/lib/scoring/types";
import { makeIndicator } from "../entry/small-sheet";

const SET: ResolvedSet = {
  id: 1,
  code: "THU",
  title: "Bộ thử",
  criteria: [
    {
      id: 1,
      number: 8,
      title: "Tám",
      rule: { kind: "all" },
      isCounted: true,
      indicators: [
        makeIndicator(1, { code: "8.1", title: "Tỷ lệ đường xã được bảo trì hằng năm" }),
        makeIndicator(2, { code: "8.10", title: "Tỷ lệ sử dụng hình thức hỏa táng" }),
        makeIndicator(3, { code: "8.2", title: "Thu nhập bình quân đầu người" }),
      ],
    },
  ],
};

const toCell = (value: string | number): RawCell =>
  typeof value === "number" ? { kind: "number", value: String(value) } : { kind: "text", text: value };

function makeSheet(rows: (string | number | null)[][], name = "S"): RawSheet {
  return {
    name,
    isHidden: false,
    rows: rows.map((cells, index) => ({
      number: index + 1,
      cells: Object.fromEntries(
        cells.flatMap((value, column) =>
          value === null ? [] : [[String.fromCharCode(65 + column), toCell(value)]],
        ),
      ),
    })),
  };
}

describe("columns of a user's own sheet", () => {
  it("are proposed from headings without accents and from what they hold", () => {
    const sheet = makeSheet([
      ["BAO CAO QUY III"],
      ["TT", "NOI DUNG", "Tu so", "Mau so", "Ket qua thuc hien", "GHI CHU"],
      ["8.1", "ty le duong xa duoc bao tri hang nam", 3, 4, 75, "x"],
      ["8.2", "Thu nhập bình quân đầu người", null, null, 45.18],
    ]);
    expect(guessColumns(sheet, SET)).toEqual({
      sheet: "S",
      headerRow: 2,
      code: "A",
      name: "B",
      value: "E",
      numerator: "C",
      denominator: "D",
      note: "F",
    });
  });

  it("are not guessed where nothing speaks of the set", () => {
    expect(
      guessColumns(
        makeSheet([
          ["Họ tên", "Lương"],
          ["A", 5],
        ]),
        SET,
      ),
    ).toBeNull();
  });

  it("are looked for on the sheet that speaks most of the set", () => {
    const good = makeSheet(
      [
        ["Mã", "Kết quả"],
        ["8.1", 1],
        ["8.2", 2],
      ],
      "Số liệu",
    );
    expect(chooseSheet([makeSheet([["Bìa"]], "Bìa"), good], SET)?.name).toBe("Số liệu");
  });

  it("have the same look whatever the quarter is called", () => {
    const heading = (quarter: string) => describeHeading(makeSheet([["Mã", `Kết quả quý ${quarter}`]]), 1);
    expect(heading("III/2024")).toBe(heading("IV/2024"));
    expect(heading("III/2024")).not.toBe(describeHeading(makeSheet([["Mã", "Kế hoạch"]]), 1));
  });
});

describe("rows of a user's own sheet", () => {
  const mapping = {
    sheet: "S",
    headerRow: 1,
    code: "A",
    name: "B",
    value: "C",
    numerator: null,
    denominator: null,
    note: null,
  };

  it("are found by code, or by a name close enough", () => {
    const sheet = makeSheet([
      ["Mã", "Chỉ tiêu", "Số"],
      ["Chỉ tiêu 8.2.", null, 45],
      [null, "Tỷ lệ đường xã bảo trì hằng năm", 75],
      [null, "Việc gì đó", 9],
    ]);
    const { lines, skipped } = matchFields(sheet, mapping, SET);
    expect(lines.map((line) => [line.row, line.indicatorId])).toEqual([
      [2, 3],
      [3, 1],
    ]);
    expect(skipped).toEqual([{ row: 4, text: "Việc gì đó" }]);
  });

  it("whose code Excel turned into a number go by their name: 8.10 has become 8.1", () => {
    const sheet = makeSheet([
      ["Mã", "Chỉ tiêu", "Số"],
      [8.1, "Tỷ lệ đường xã được bảo trì hằng năm", 75],
      [8.1, "Tỷ lệ sử dụng hình thức hỏa táng", 12],
    ]);
    expect(matchFields(sheet, mapping, SET).lines.map((line) => line.indicatorId)).toEqual([1, 2]);
  });

  it("have codes however they are written", () => {
    expect(["17.3.", " 17,3 ", "Chỉ tiêu 17.3", "17.3)"].map(normaliseCode)).toEqual(Array(4).fill("17.3"));
  });
});
