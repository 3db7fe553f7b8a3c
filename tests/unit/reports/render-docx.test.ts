import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { buildConclusionNotice } from "@/lib/reports/conclusion-notice/build-document";
import type { ConclusionNoticeFacts } from "@/lib/reports/conclusion-notice/facts";
import { measureBoldLine } from "@/lib/reports/document/text-width";
import { renderDocx } from "@/lib/reports/docx/render-docx";
import { LAYOUT_PROFILES, PARTY_BODIES } from "@/lib/reports/layout/profiles";
import { makeBanBoAssessment, makeBanBoFacts, makeTask, makeUnmet } from "./notice-facts";

const profile = LAYOUT_PROFILES.party;

async function unzipNotice(facts: ConclusionNoticeFacts, withAnnex = false) {
  const tree = buildConclusionNotice(facts, profile, PARTY_BODIES.conclusionNotice, { withAnnex });
  const files = unzipSync(await renderDocx(tree, profile, "Người xuất"));
  return (name: string) => strFromU8(files[name] ?? new Uint8Array());
}

function textOf(xml: string): string {
  const decode = (text: string) =>
    text
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&quot;/g, '"')
      .replace(/&apos;/g, "'")
      .replace(/&amp;/g, "&");
  return xml
    .split("</w:p>")
    .map((part) =>
      [...part.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((found) => decode(found[1] ?? "")).join(""),
    )
    .join("\n");
}

/** The run properties of the run that prints a text. */
function lookOf(xml: string, text: string): string {
  const run = [...xml.matchAll(/<w:r>.*?<\/w:r>/gs)].find((found) => textOf(found[0]).includes(text));
  return run?.[0] ?? "";
}

describe("Bản Bo's notice as Word", () => {
  let read: (name: string) => string;
  let document: string;
  let styles: string;
  beforeAll(async () => {
    read = await unzipNotice(makeBanBoFacts(), true);
    document = read("word/document.xml");
    styles = read("word/styles.xml");
  });

  it("is A4 with the Party's margins and the page number 10 mm from the top", () => {
    const [body = "", annex = ""] = document.match(/<w:sectPr>.*?<\/w:sectPr>/gs) ?? [];
    expect(body).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    for (const side of ['top="1134"', 'bottom="1134"', 'left="1701"', 'right="850"', 'header="567"']) {
      expect(body).toContain(`w:${side}`);
    }
    expect(body).toContain("<w:titlePg/>");
    expect(annex).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/);
    expect(annex).toContain('<w:pgNumType w:start="1"/>');
  });

  it("numbers pages in the header, but not the first one", () => {
    const headers = [1, 2, 3, 4].map((number) => read(`word/header${number}.xml`));
    expect(headers.filter((xml) => xml.includes("PAGE"))).toHaveLength(2);
    expect(headers.filter((xml) => xml !== "" && !xml.includes("PAGE"))).toHaveLength(2);
    expect(headers.find((xml) => xml.includes("PAGE"))).toContain('<w:sz w:val="28"/>');
  });

  it("is set in Times New Roman for every script, in Vietnamese", () => {
    const defaults = /<w:docDefaults>.*?<\/w:docDefaults>/s.exec(styles)?.[0] ?? "";
    for (const script of ["ascii", "hAnsi", "cs", "eastAsia"]) {
      expect(defaults).toContain(`w:${script}="Times New Roman"`);
    }
    expect(defaults).toContain('w:val="vi-VN"');
    expect(defaults).toContain('<w:sz w:val="28"/>');
  });

  it("sets the body by a style: justified, 10 mm first line, 6 pt after, exactly 20 pt a line", () => {
    const style = /<w:style [^>]*w:styleId="NtmBody".*?<\/w:style>/s.exec(styles)?.[0] ?? "";
    expect(style).toContain('<w:jc w:val="both"/>');
    expect(style).toContain('w:firstLine="567"');
    expect(style).toMatch(/<w:spacing [^>]*w:after="120"/);
    expect(style).toMatch(/w:line="400" w:lineRule="exact"/);
    expect(document.match(/w:pStyle w:val="NtmNumbered"/g)).toHaveLength(10);
  });

  it("follows the Party's letterhead: title 15 bold with a rule as long as the text, asterisk, no colon", () => {
    expect(lookOf(document, "ĐẢNG CỘNG SẢN VIỆT NAM")).toMatch(/<w:b\/>.*<w:sz w:val="30"\/>/s);
    expect(lookOf(document, "ĐẢNG CỘNG SẢN VIỆT NAM")).not.toContain("<w:u ");
    const side = Math.floor((5103 - measureBoldLine("ĐẢNG CỘNG SẢN VIỆT NAM", 30)) / 2);
    expect(document).toMatch(
      new RegExp(
        `<w:pBdr><w:bottom [^>]*w:val="single"[^>]*/></w:pBdr>.{0,120}<w:ind w:left="${side}" w:right="${side}"`,
        "s",
      ),
    );
    expect(lookOf(document, "ĐẢNG BỘ TỈNH")).not.toMatch(/<w:b\/>/);
    expect(lookOf(document, "HUYỆN ỦY")).toMatch(/<w:b\/>/);
    expect(textOf(document)).toMatch(/^\*$/m);
    expect(textOf(document)).toMatch(/^Số {6}-TB\/HU$/m);
    expect(lookOf(document, "nơi ban hành")).toMatch(/<w:i\/>/);
    expect(textOf(document)).toMatch(/^-----$/m);
    expect(textOf(document)).toMatch(/^DỰ THẢO$/m);
  });

  it("signs as the Party does: authority bold, position upright, recipients underlined, rows kept together", () => {
    expect(lookOf(document, "T/L BAN THƯỜNG VỤ")).toMatch(/<w:b\/>/);
    expect(lookOf(document, "CHÁNH VĂN PHÒNG")).toMatch(/<w:b w:val="false"\/>/);
    expect(lookOf(document, "Người Ký Mẫu")).toMatch(/<w:b\/>/);
    expect(lookOf(document, "Nơi nhận:")).toContain('<w:u w:val="single"/>');
    expect(textOf(document)).toContain("- Đảng ủy xã Bản Bo,\n- Lưu.");
    expect(document.match(/<w:cantSplit\/>/g)?.length).toBeGreaterThanOrEqual(2);
    expect(document).not.toContain("w:tblInd");
  });

  it("prints the ten criteria in order, each once as a numbered paragraph, deadlines bold", () => {
    const numbers = [...textOf(document).matchAll(/^\((\d+)\) Tiêu chí số (\d+) /gm)].map((found) => [
      Number(found[1]),
      Number(found[2]),
    ]);
    expect(numbers).toEqual([1, 2, 5, 6, 10, 11, 14, 17, 18, 19].map((number, index) => [index + 1, number]));
    expect(textOf(document)).toContain("9/19 tiêu chí");
    expect(lookOf(document, "(Hoàn thành Kế hoạch trong tháng 5/2023).")).toMatch(/<w:b\/>/);
  });

  it("highlights what is missing", () => {
    expect(lookOf(document, "[cần bổ sung: tên huyện]")).toContain('<w:highlight w:val="yellow"/>');
    expect(lookOf(document, "9/19")).not.toContain("highlight");
  });

  it("repeats the annex head and lists every unmet criterion there", () => {
    expect(document).toContain("<w:tblHeader/>");
    expect(textOf(document)).toContain("PHÂN CÔNG THỰC HIỆN CÁC TIÊU CHÍ CHƯA ĐẠT");
    expect(textOf(document).match(/^Tiêu chí số \d+ \(/gm)).toHaveLength(10);
  });

  it("is NFC throughout and holds no sign of a broken value", () => {
    for (const name of ["word/document.xml", "word/styles.xml", "docProps/core.xml"]) {
      const xml = read(name);
      expect(xml.normalize("NFC")).toBe(xml);
      expect(textOf(xml)).not.toMatch(/undefined|null|NaN|\[object/);
    }
    expect(read("docProps/core.xml")).toContain("Thông báo kết luận đối với xã Bản Bo");
  });
});

describe("hostile text", () => {
  it.each([
    ["markup", '<script>alert(1)</script> & "nháy"'],
    ["a formula", "=cmd|' /C calc'!A0"],
    ["a name of 200 letters", "Đ".repeat(200)],
    ["a decomposed name", "Tên phân rã".normalize("NFD")],
  ])("stays text: %s", async (_, text) => {
    const assessment = {
      ...makeBanBoAssessment(),
      unmet: 1,
      met: 18,
      unmetCriteria: [makeUnmet(1, text, [makeTask({ title: `Việc ${text}`, responsible: [text] })])],
    };
    const read = await unzipNotice(makeBanBoFacts({ assessment }), true);
    expect(textOf(read("word/document.xml"))).toContain(`Tiêu chí số 1 (${text.normalize("NFC")})`);
  });

  it("drops characters that no XML can hold and keeps paragraphs whole", async () => {
    const assessment = {
      ...makeBanBoAssessment(),
      unmet: 1,
      met: 18,
      unmetCriteria: [makeUnmet(1, "a\u0000b\u000bc\nd\uD800e")],
    };
    const read = await unzipNotice(makeBanBoFacts({ assessment }));
    expect(textOf(read("word/document.xml"))).toContain("Tiêu chí số 1 (a b c de)");
  });
});

describe("the width of a letterhead line", () => {
  it("agrees with the advance widths of the face", () => {
    // 22 letters and 4 spaces of Times New Roman Bold at 15 pt.
    expect(measureBoldLine("ĐẢNG CỘNG SẢN VIỆT NAM", 30)).toBe(4133);
    expect(measureBoldLine("", 30)).toBe(0);
  });
});
