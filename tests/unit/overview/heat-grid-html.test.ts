import { describe, expect, it } from "vitest";
import {
  escapeHtml,
  makeHeatGridModel,
  renderHeatList,
  renderHeatTable,
} from "@/components/overview/heat-grid-html";

const MODEL = makeHeatGridModel(
  {
    criteria: [{ id: 1, number: 8, title: "Thông tin & <TT>", shortTitle: "Thông tin", isCounted: true }],
    units: [
      {
        code: "mau-01",
        label: 'Xã "M" <b>',
        flag: "draft" as const,
        met: 0,
        total: 1,
        change: -1,
        previousMet: 1,
        states: ["regressed" as const],
        words: "Chưa đạt: 8",
        regressedNumbers: [8],
      },
    ],
    metPerCriterion: [0],
    countedTotal: 1,
    unitNoun: "xã",
  },
  "set=S&period=2024-Q4",
  "so quý III",
);

describe("the heat grid's text", () => {
  it("links each cell to its criterion and says the verdict in words", () => {
    const html = renderHeatTable(MODEL, "t");
    expect(html).toContain('href="/communes/mau-01?set=S&amp;period=2024-Q4#c8"');
    expect(html).toContain("<i>suy giảm</i>");
    expect(html).toContain('<th scope="row">');
    expect(html).toContain("chưa gửi");
  });

  it("escapes every name", () => {
    const html = renderHeatTable(MODEL, "t") + renderHeatList(MODEL);
    expect(html).not.toContain("<b>,");
    expect(html).not.toContain('"M" <b>');
    expect(html).toContain(escapeHtml('Xã "M" <b>'));
    expect(html).toContain("Thông tin &amp; &lt;TT&gt;");
  });
});
