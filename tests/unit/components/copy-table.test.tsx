import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { CopyTableButton } from "@/components/ui/copy-table-button";
import { tableToText } from "@/components/ui/table-text";

function Sample() {
  return (
    <table id="sample">
      <thead>
        <tr>
          <th>Xã</th>
          <th>Đạt (x/19)</th>
          <th data-copy-skip="">Mở</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th colSpan={2}>Nhóm một</th>
        </tr>
        <tr>
          <td>=SUM(A1)</td>
          <td data-copy="-1,5">giảm</td>
          <td data-copy-skip="">xem</td>
        </tr>
      </tbody>
    </table>
  );
}

describe("copying a table", () => {
  it("gives tab-separated rows, keeps columns under a merged cell, and defuses formulas", () => {
    render(<Sample />);
    const table = screen.getByRole("table") as HTMLTableElement;
    expect(tableToText(table)).toBe("Xã\tĐạt (x/19)\nNhóm một\t\n'=SUM(A1)\t-1,5");
  });

  it("puts it on the clipboard and says so", async () => {
    const user = userEvent.setup();
    const write = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
    render(
      <>
        <Sample />
        <CopyTableButton tableId="sample" />
      </>,
    );
    await user.click(screen.getByRole("button", { name: "Chép sang Excel" }));
    expect(write).toHaveBeenCalledWith(expect.stringContaining("Nhóm một"));
    expect(screen.getByRole("status").textContent).toContain("Đã chép");
  });

  it("says what to do when the browser refuses", async () => {
    const user = userEvent.setup();
    vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("denied"));
    render(
      <>
        <Sample />
        <CopyTableButton tableId="sample" />
      </>,
    );
    await user.click(screen.getByRole("button"));
    expect(screen.getByRole("status").textContent).toContain("Ctrl C");
  });
});
