import { describe, expect, it } from "vitest";
import { carryContext, isCurrentItem } from "@/components/shell/nav-match";
import { listNavigation } from "@/components/shell/navigation";

const entry = { unitCode: "mau-01", setCode: "SET_A", period: "2024-Q4" };

describe("listNavigation", () => {
  it("gives a commune official the way to enter figures", () => {
    const items = listNavigation({ role: "commune_editor", unitCode: "mau-01" }, "commune", entry);
    expect(items.map((item) => item.label)).toEqual([
      "Việc của tôi",
      "Nhập liệu",
      "Xã của tôi",
      "Khoảng cách",
      "Văn bản",
    ]);
    expect(items[1]?.href).toBe("/entry/mau-01/SET_A/2024-Q4");
  });

  it("gives a committee the overview and never the entry page", () => {
    const items = listNavigation({ role: "committee_reviewer", unitCode: "huyen-mau" }, "district", null);
    expect(items.map((item) => item.label)).toEqual([
      "Việc của tôi",
      "Tổng quan",
      "Xã",
      "Thẩm định",
      "Khoảng cách",
      "Văn bản",
    ]);
    // Six words do not fit the phone's bar: the overview leads to the communes there.
    expect(items.filter((item) => !item.deskOnly)).toHaveLength(5);
  });

  it("offers a review to nobody who does not review", () => {
    for (const role of ["viewer", "programme_admin"] as const) {
      const items = listNavigation({ role, unitCode: "huyen-mau" }, "district", null);
      expect(items.map((item) => item.label)).not.toContain("Thẩm định");
    }
  });

  it("offers no entry to a viewer of a commune", () => {
    const items = listNavigation({ role: "viewer", unitCode: "mau-01" }, "commune", entry);
    expect(items.some((item) => item.href.startsWith("/entry"))).toBe(false);
  });

  it("fits the phone's bar", () => {
    expect(
      listNavigation({ role: "commune_leader", unitCode: "mau-01" }, "commune", entry).filter(
        (item) => !item.deskOnly,
      ).length,
    ).toBeLessThanOrEqual(5);
  });
});

describe("the links of the rail", () => {
  it("carry only the wanted part of the context, before the hash", () => {
    const query = new URLSearchParams("unit=mau-01&set=A&period=2024-Q4&status=unmet");
    expect(carryContext("/gaps", ["unit", "set", "period"], query)).toBe(
      "/gaps?unit=mau-01&set=A&period=2024-Q4",
    );
    expect(carryContext("/overview#xa", ["set"], query)).toBe("/overview?set=A#xa");
    expect(carryContext("/documents", ["unit"], new URLSearchParams())).toBe("/documents");
  });

  it("know the page in view, home only at its own address", () => {
    expect(isCurrentItem({ href: "/" }, "/gaps")).toBe(false);
    expect(isCurrentItem({ href: "/" }, "/")).toBe(true);
    expect(isCurrentItem({ href: "/communes/a", match: "/communes" }, "/communes/b")).toBe(true);
    expect(isCurrentItem({ href: "/overview#xa", match: "/communes" }, "/overview")).toBe(false);
    expect(isCurrentItem({ href: "/gaps" }, "/gapsx")).toBe(false);
  });
});
