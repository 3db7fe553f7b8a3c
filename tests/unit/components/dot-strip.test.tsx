import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { DotStrip } from "@/components/charts/dot-strip";

const days = [
  { day: "2024-12-24", tick: "24/12", onTime: 3, late: 0 },
  { day: "2024-12-25", tick: "25/12", onTime: 0, late: 0 },
  { day: "2024-12-26", tick: "26/12", onTime: 0, late: 2 },
];

describe("DotStrip", () => {
  it("draws what is on time round and what is late square, so that shape tells them apart", () => {
    const { container } = render(
      <DotStrip days={days} label="3 đúng hạn, 2 trễ" due={{ day: "2024-12-25", label: "hạn 25/12/2024" }} />,
    );
    expect(container.querySelectorAll("circle")).toHaveLength(3);
    expect(container.querySelectorAll("rect")).toHaveLength(2);
    expect(container.textContent).toContain("hạn 25/12/2024");
  });

  it("gives the same numbers as a table, only for days with sheets", () => {
    render(<DotStrip days={days} label="Ngày gửi" />);
    const rows = screen.getAllByRole("row", { hidden: true });
    expect(rows.map((row) => row.textContent)).toEqual(["NgàyĐúng hạnTrễ", "24/1230", "26/1202"]);
  });
});
