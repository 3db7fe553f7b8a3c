import { describe, expect, it } from "vitest";
import { prepareReviewDesk } from "@/lib/tasks/prepare-review-desk";
import type { SheetFact, SheetStatus } from "@/lib/tasks/types";

function makeSheet(unit: string, status: SheetStatus, submittedOn: string | null = null): SheetFact {
  return {
    unitCode: unit.toLowerCase().replace(" ", "-"),
    unitLabel: `Xã ${unit}`,
    setCode: "SET_A",
    setTitle: "Bộ A",
    period: "2024-Q4",
    status,
    enteredCount: 40,
    indicatorCount: 75,
    dueOn: null,
    returnReason: null,
    returnedOn: null,
    submittedOn,
    isIllustrative: false,
  };
}

describe("prepareReviewDesk", () => {
  const desk = prepareReviewDesk([
    makeSheet("Mẫu 10", "absent"),
    makeSheet("Mẫu 2", "draft"),
    makeSheet("Mẫu 3", "submitted", "2024-12-24"),
    makeSheet("Mẫu 4", "submitted", "2024-12-20"),
    makeSheet("Mẫu 5", "returned"),
    makeSheet("Mẫu 6", "approved", "2024-12-10"),
  ]);

  it("opens a waiting sheet in the queue of whoever reviews", () => {
    const reviewed = prepareReviewDesk([makeSheet("Mẫu 4", "submitted", "2024-12-20")], "huyen-mau");
    expect(reviewed.waiting[0]?.href).toBe("/review?unit=huyen-mau&set=SET_A&period=2024-Q4&sheet=mẫu-4");
  });

  it("counts what was sent, and a returned sheet is back with the unit", () => {
    expect([desk.sent, desk.total]).toEqual([3, 6]);
  });

  it("queues the longest waiting first", () => {
    expect(desk.waiting.map((entry) => [entry.label, entry.note])).toEqual([
      ["Xã Mẫu 4", "gửi 20/12/2024"],
      ["Xã Mẫu 3", "gửi 24/12/2024"],
    ]);
  });

  it("names units that have not sent in number order, with how far they are", () => {
    expect(desk.unsent.map((entry) => [entry.label, entry.note])).toEqual([
      ["Xã Mẫu 2", "đã nhập 40/75"],
      ["Xã Mẫu 5", "đang sửa phiếu bị trả lại"],
      ["Xã Mẫu 10", "chưa bắt đầu"],
    ]);
    expect(desk.waiting[0]?.href).toBe("/communes/mẫu-4?set=SET_A&period=2024-Q4");
    expect(desk.unsent[0]?.href).toBe("/communes/mẫu-2?set=SET_A&period=2024-Q4");
  });
});
