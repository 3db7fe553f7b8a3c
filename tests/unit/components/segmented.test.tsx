import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { Segmented } from "@/components/ui/segmented";

function Switch() {
  const [value, setValue] = useState<string | null>(null);
  return (
    <Segmented
      name="s"
      label="8.1 Có điểm bưu chính"
      options={[
        { value: "true", label: "Đạt", shortcut: "đ" },
        { value: "false", label: "Chưa đạt", shortcut: "c" },
      ]}
      value={value}
      onChange={setValue}
    />
  );
}

describe("Segmented", () => {
  it("is a named group of radio buttons", () => {
    render(<Switch />);
    expect(screen.getByRole("group", { name: "8.1 Có điểm bưu chính" })).toBeTruthy();
    expect(screen.getAllByRole("radio")).toHaveLength(2);
  });

  it("chooses by its letters while it has the focus", async () => {
    const user = userEvent.setup();
    render(<Switch />);
    await user.tab();
    await user.keyboard("c");
    expect(screen.getByRole<HTMLInputElement>("radio", { name: "Chưa đạt" }).checked).toBe(true);
    await user.keyboard("đ");
    expect(screen.getByRole<HTMLInputElement>("radio", { name: "Đạt" }).checked).toBe(true);
  });
});
