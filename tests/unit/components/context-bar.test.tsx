import { fireEvent, render, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { ContextBar } from "@/components/shell/context-bar";
import type { ContextBarModel } from "@/lib/context/types";

const model: ContextBarModel = {
  unit: {
    title: "Đơn vị",
    label: "Xã Mẫu 01",
    isCut: false,
    options: [
      {
        value: "mau-01",
        label: "Xã Mẫu 01",
        href: "/gaps?unit=mau-01&set=A&period=2024-Q4",
        current: true,
      },
      {
        value: "mau-02",
        label: "Xã Mẫu 02",
        href: "/gaps?unit=mau-02&set=A&period=2024-Q4",
        current: false,
        hint: "Huyện Mẫu",
      },
    ],
  },
  set: {
    title: "Bộ tiêu chí",
    label: "Bộ A",
    isCut: false,
    options: [{ value: "A", label: "Bộ A", href: "/gaps?set=A", current: true }],
  },
  period: {
    title: "Kỳ",
    label: "Quý IV/2024",
    isCut: true,
    options: [
      { value: "2024-Q4", label: "Quý IV/2024", href: "/gaps?period=2024-Q4", current: true },
      { value: "2024-Q3", label: "Quý III/2024", href: "/gaps?period=2024-Q3", current: false },
    ],
  },
  query: "unit=mau-01&set=A&period=2024-Q4",
  isIllustrative: true,
};

describe("ContextBar", () => {
  it("offers every choice as a plain link that keeps the rest of the context", () => {
    const { container } = render(<ContextBar model={model} />);
    const listAddresses = () =>
      screen
        .getAllByRole("link", { name: /Xã Mẫu 02/, hidden: true })
        .map((link) => link.getAttribute("href"));
    expect(listAddresses()).toEqual(["/gaps?unit=mau-02&set=A&period=2024-Q4"]);
    // The phone's panel has them too, once it is opened.
    const panel = container.querySelector<HTMLDetailsElement>('details[name="context-phone"]');
    if (!panel) throw new Error("no panel for phones");
    panel.open = true;
    fireEvent(panel, new Event("toggle"));
    expect(listAddresses()).toEqual([
      "/gaps?unit=mau-02&set=A&period=2024-Q4",
      "/gaps?unit=mau-02&set=A&period=2024-Q4",
    ]);
  });

  it("has no menu where there is no choice", () => {
    const { container } = render(<ContextBar model={model} />);
    const menus = Array.from(container.querySelectorAll('details[name="context"]'));
    expect(menus.map((menu) => menu.querySelector("summary")?.textContent)).toEqual([
      "Đơn vịXã Mẫu 01",
      "KỳQuý IV/2024",
    ]);
  });

  it("says when a list was cut", () => {
    const { container } = render(<ContextBar model={model} />);
    const period = container.querySelectorAll('details[name="context"]')[1] as HTMLElement;
    expect(within(period).getByText(/chỉ hiện phần đầu/)).toBeTruthy();
  });

  it("closes an open menu on Escape and gives the focus back", () => {
    const { container } = render(<ContextBar model={model} />);
    const menu = container.querySelector('details[name="context"]') as HTMLDetailsElement;
    menu.open = true;
    menu.querySelector("a")?.focus();
    fireEvent.keyDown(document, { key: "Escape" });
    expect(menu.open).toBe(false);
    expect(document.activeElement).toBe(menu.querySelector("summary"));
  });

  it("closes an open menu on a click elsewhere, not on one inside", () => {
    const { container } = render(<ContextBar model={model} />);
    const menu = container.querySelector('details[name="context"]') as HTMLDetailsElement;
    menu.open = true;
    fireEvent.click(menu.querySelector("ul") as HTMLElement);
    expect(menu.open).toBe(true);
    fireEvent.click(document.body);
    expect(menu.open).toBe(false);
  });
});
