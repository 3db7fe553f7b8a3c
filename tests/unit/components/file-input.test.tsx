import { fireEvent, render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { FileInput } from "@/components/ui/file-input";

describe("FileInput", () => {
  it("names the chosen file in our words and forgets it with the form", () => {
    const { container } = render(
      <form>
        <label htmlFor="f">Tệp</label>
        <FileInput id="f" name="f" />
      </form>,
    );
    expect(screen.getByText("chưa chọn tệp nào")).toBeDefined();
    fireEvent.change(screen.getByLabelText("Tệp"), {
      target: { files: [new File(["x"], "bien-ban.pdf", { type: "application/pdf" })] },
    });
    expect(screen.getByText("bien-ban.pdf")).toBeDefined();
    const form = container.querySelector("form");
    if (!form) throw new Error("no form");
    fireEvent.reset(form);
    expect(screen.getByText("chưa chọn tệp nào")).toBeDefined();
  });
});
