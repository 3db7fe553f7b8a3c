import { render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { TrendChart } from "@/components/charts/trend-chart";

const points = [
  { key: "2024-Q3", tick: "III/24", value: 14, text: "14,0" },
  { key: "2024-Q4", tick: "IV/24", value: 14.5, text: "14,5", isProvisional: true },
];
const table = {
  head: ["Kỳ", "Bình quân"],
  rows: [
    ["III/24", "14,0"],
    ["IV/24", "14,5"],
  ],
};

let show: (() => void) | undefined;

beforeEach(() => {
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      constructor(callback: (entries: { isIntersecting: boolean }[]) => void) {
        show = () => callback([{ isIntersecting: true }]);
      }
      observe() {}
      disconnect() {}
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

describe("TrendChart", () => {
  it("has its numbers as a table before any drawing is loaded", () => {
    render(<TrendChart points={points} label="Bình quân tăng" yMax={19} table={table} />);
    const figure = screen.getByRole("figure", { name: "Bình quân tăng" });
    const rows = within(figure).getAllByRole("row", { hidden: true });
    expect(rows.map((row) => row.textContent)).toEqual(["KỳBình quân", "III/2414,0", "IV/2414,5"]);
    expect(figure.querySelector("svg")).toBeNull();
  });

  it("draws when it comes into view", async () => {
    const { container } = render(<TrendChart points={points} label="A" yMax={19} table={table} />);
    show?.();
    await vi.waitFor(
      () => expect(container.querySelector(".recharts-responsive-container")).toBeTruthy(),
      5000,
    );
  });
});
