import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDecimal, formatDecimalInput } from "@/lib/numbers/format";
import { type ParseOptions, parseVietnameseNumber } from "@/lib/numbers/parse";

const INCOME = "triệu đồng/người/năm";

describe("parseVietnameseNumber", () => {
  it.each<[string, string, ParseOptions?]>([
    ["1,65", "1.65"],
    ["1.65 %", "1.65"],
    ["1,65%", "1.65", { unit: "%" }],
    ["45,18 triệu", "45.18"],
    ["45,18 triệu", "45.18", { unit: INCOME }],
    ["45,18 triệu đồng/người", "45.18", { unit: INCOME }],
    ["45,18 trđ", "45.18", { unit: INCOME }],
    ["3,8 m2", "3.8", { unit: "m²/người" }],
    ["3,8 M²", "3.8", { unit: "m2/người" }],
    ["1.234.567,89", "1234567.89"],
    ["1,234,567.89", "1234567.89"],
    ["1.234.567", "1234567"],
    ["1 234,5", "1234.5"],
    ["1\u00a0234\u202f567", "1234567"],
    ["1.234,567", "1234.567"],
    ["1234.567", "1234.567"],
    ["0.234", "0.234"],
    ["1,234", "1.234"],
    ["−3,5", "-3.5"],
    ["- 3", "-3"],
    ["+3", "3"],
    [",5", "0.5"],
    ["１２，５", "12.5"],
    ["\u200b95\ufeff", "95"],
    ["007", "7"],
    ["-0,0", "0"],
    ["1600 con", "1600"],
    ["5 mô hình", "5", { unit: "mô hình" }],
  ])("reads %j as %s", (text, value, options) => {
    expect(parseVietnameseNumber(text, options)).toMatchObject({ ok: true, value });
  });

  it("echoes what was understood", () => {
    expect(parseVietnameseNumber("1.234.567,890")).toEqual({
      ok: true,
      value: "1234567.89",
      understood: "1.234.567,89",
    });
  });

  it.each<[string, string, string, ParseOptions?]>([
    ["", "empty", "Chưa ghi số."],
    ["  ", "empty", "Chưa ghi số."],
    [
      "abc",
      "not-a-number",
      "“abc” không phải là số. Ghi bằng chữ số, dấu phẩy cho phần thập phân, ví dụ 45,18.",
    ],
    ["140", "out-of-range", "Tỷ lệ phải từ 0 đến 100. Anh/chị ghi 140.", { unit: "%", min: "0", max: "100" }],
    ["-5", "out-of-range", "Tỷ lệ phải từ 0 đến 100. Anh/chị ghi −5.", { unit: "%", min: "0", max: "100" }],
    ["-5", "out-of-range", "Giá trị phải từ 0 trở lên. Anh/chị ghi −5.", { min: "0" }],
    ["12", "out-of-range", "Số thôn phải không quá 7. Anh/chị ghi 12.", { label: "Số thôn", max: "7" }],
    ["-5", "negative", "Giá trị không được âm. Anh/chị ghi −5.", { allowNegative: false }],
    ["4,5", "too-many-decimals", "Giá trị phải là số nguyên. Anh/chị ghi 4,5.", { decimals: 0 }],
    [
      "4,5678",
      "too-many-decimals",
      "Giá trị chỉ nhận tối đa 2 chữ số sau dấu phẩy. Anh/chị ghi 4,5678.",
      { decimals: 2 },
    ],
  ])("refuses %j as %s", (text, reason, message, options) => {
    expect(parseVietnameseNumber(text, options)).toEqual({ ok: false, reason, message });
  });

  it.each([
    "5,",
    "12 34",
    "1.2.3",
    "1,2,3",
    "--5",
    "1e5",
    "0x10",
    "≥ 95",
    "(5)",
    "1.23.456",
    "01.234.567",
    "NaN",
    "5-6",
    ".",
    ",",
    "5 5%",
    "½",
    "１２a",
  ])("does not take %j for a number", (text) => {
    const parsed = parseVietnameseNumber(text);
    expect(parsed).toMatchObject({ ok: false, reason: "not-a-number" });
    if (!parsed.ok) expect(parsed.message).toContain("Ghi bằng chữ số");
  });

  it("refuses another unit rather than change the size of the number", () => {
    for (const [text, unit] of [
      ["45 tỷ", INCOME],
      ["45,18 đồng", INCOME],
      ["5 %", "hộ"],
      ["5 hộ", "%"],
      ["1,5 nghìn con", "con"],
    ] as const) {
      expect(parseVietnameseNumber(text, { unit })).toMatchObject({ ok: false, reason: "wrong-unit" });
    }
  });

  it("bounds what it reads", () => {
    expect(parseVietnameseNumber("1".repeat(41))).toMatchObject({ reason: "too-long" });
    expect(parseVietnameseNumber("1".repeat(19))).toMatchObject({ reason: "too-large" });
    expect(parseVietnameseNumber("0,1234567")).toMatchObject({ reason: "too-many-decimals" });
    expect(parseVietnameseNumber("9".repeat(2_000_000))).toMatchObject({ ok: false });
  });

  it("asks about a single group of three", () => {
    expect(parseVietnameseNumber("62.400")).toEqual({
      ok: false,
      reason: "ambiguous",
      message: "“62.400” hiểu được hai cách. Chọn 62,4 hay 62.400.",
      candidates: [
        { value: "62.4", label: "62,4" },
        { value: "62400", label: "62.400" },
      ],
    });
    for (const text of ["1.200", "3.300", "35.000 con", "-1.200", "1.200 %", "1 234.567"]) {
      expect(parseVietnameseNumber(text)).toMatchObject({ ok: false, reason: "ambiguous" });
    }
    // Thousands of an English sheet pasted where three decimals make no sense.
    expect(parseVietnameseNumber("62,400", { decimals: 2 })).toMatchObject({ reason: "ambiguous" });
  });

  it("never silently accepts a group that can be read two ways, whatever the field", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 0, max: 999 }),
        fc.constantFrom("", "-", "+"),
        fc.record({ decimals: fc.integer({ min: 0, max: 6 }), unit: fc.constantFrom("%", "con", "") }),
        (head, tail, sign, options) => {
          const text = `${sign}${head}.${String(tail).padStart(3, "0")}`;
          const parsed = parseVietnameseNumber(text, options);
          expect(parsed.ok).toBe(false);
          if (!parsed.ok) expect(parsed.candidates).toHaveLength(2);
        },
      ),
    );
  });

  it("reads back what is printed, or asks with the printed value among the readings", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
        fc.integer({ min: 0, max: 6 }),
        (units, scale) => {
          const value = toDecimal(units, scale);
          const printed = parseVietnameseNumber(formatDecimal(value));
          const typed = parseVietnameseNumber(formatDecimalInput(value));
          if (value.replace(/^-|\..*$/g, "").length > 18) {
            expect(printed).toMatchObject({ ok: false, reason: "too-large" });
            return;
          }
          expect(typed).toMatchObject({ ok: true, value });
          if (printed.ok) expect(printed.value).toBe(value);
          else expect(printed.candidates?.map((candidate) => candidate.value)).toContain(value);
        },
      ),
    );
  });

  it("never throws, and answers every text with a value or a sentence", () => {
    const pieces = fc.constantFrom(
      "1",
      "23",
      "456",
      "0",
      ".",
      ",",
      " ",
      "-",
      "−",
      "%",
      "triệu",
      "e",
      "٣",
      "\u0000",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(pieces).map((parts) => parts.join("")),
        ),
        (text) => {
          const parsed = parseVietnameseNumber(text);
          if (parsed.ok) expect(parsed.value).toMatch(/^-?\d+(\.\d+)?$/);
          else expect(parsed.message).toMatch(/\.$/);
        },
      ),
    );
  });
});

function toDecimal(units: bigint, scale: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  const integer = scale === 0 ? digits : digits.slice(0, -scale);
  const fraction = scale === 0 ? "" : digits.slice(-scale).replace(/0+$/, "");
  const text = fraction === "" ? integer : `${integer}.${fraction}`;
  return units < 0n ? `-${text}` : text;
}
