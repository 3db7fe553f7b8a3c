import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { CriterionStrip, nameStripCell, type StripCell } from "@/components/ui/criterion-strip";

const cells: StripCell[] = [
  { number: 1, title: "Quy hoạch", state: "met", href: "#tc-1" },
  { number: 8, title: "Thông tin và Truyền thông", state: "unmet", href: "#tc-8", note: "3/5 chỉ tiêu đạt" },
  { number: 17, title: "Môi trường", state: "regressed", href: "#tc-17" },
];

describe("CriterionStrip", () => {
  it("says number, title, verdict and note of a cell", () => {
    expect(nameStripCell({ number: 8, title: "Thông tin và Truyền thông", state: "unmet" })).toBe(
      "Tiêu chí 8 Thông tin và Truyền thông: chưa đạt",
    );
    render(<CriterionStrip cells={cells} />);
    expect(screen.getAllByRole("link").map((link) => link.getAttribute("aria-label"))).toEqual([
      "Tiêu chí 1 Quy hoạch: đạt",
      "Tiêu chí 8 Thông tin và Truyền thông: chưa đạt, 3/5 chỉ tiêu đạt",
      "Tiêu chí 17 Môi trường: suy giảm",
    ]);
  });

  it("has as many cells as it is given, whatever the set", () => {
    const many = Array.from({ length: 10 }, (_, index) => ({
      number: index + 1,
      title: "T",
      state: "missing" as const,
    }));
    render(<CriterionStrip cells={many} label="Xã A" />);
    expect(screen.getByRole("list", { name: "Xã A" }).children).toHaveLength(10);
  });

  it("marks the criterion in view", () => {
    render(<CriterionStrip cells={cells} current={8} />);
    expect(screen.getByRole("link", { current: true }).getAttribute("href")).toBe("#tc-8");
  });

  it("keeps the words for screen readers when it is mini or has no links", () => {
    render(<CriterionStrip size="mini" cells={[{ number: 5, title: "Giáo dục", state: "near" }]} />);
    expect(screen.getByText("Tiêu chí 5 Giáo dục: sát ngưỡng")).toBeTruthy();
    expect(screen.queryByText("5")).toBeNull();
  });

  it("gives a nameless place a name without a number", () => {
    expect(nameStripCell({ number: null, title: "Một thôn", state: "met" })).toBe("Một thôn: đạt");
  });
});
