import { describe, expect, it } from "vitest";
import { prepareWorkList } from "@/lib/tasks/prepare-work-list";
import type { MilestoneFact, SheetFact, TaskFact, WorkReader } from "@/lib/tasks/types";

const editor: WorkReader = { today: "2024-12-18", entersFigures: true, seesManyUnits: false };
const committee: WorkReader = { today: "2024-12-30", entersFigures: false, seesManyUnits: true };

const sheet: SheetFact = {
  unitCode: "mau-01",
  unitLabel: "Xã Mẫu 01",
  setCode: "SET_A",
  setTitle: "Xã NTM nâng cao",
  period: "2024-Q4",
  status: "draft",
  enteredCount: 63,
  indicatorCount: 75,
  dueOn: "2024-12-25",
  returnReason: null,
  returnedOn: null,
  submittedOn: null,
  isIllustrative: true,
};

const task: TaskFact = {
  id: 7,
  title: "Bổ sung ảnh chụp điểm wifi",
  unitCode: "mau-01",
  unitLabel: "Xã Mẫu 01",
  documentCode: "ke-hoach",
  documentLabel: "Kế hoạch năm 2024",
  reference: "mục III.1",
  criterionNumber: 8,
  deadline: "2024-12-13",
  deadlineText: null,
  recurrence: "hằng quý",
  responsible: ["Văn phòng"],
  inProgress: false,
  isIllustrative: false,
};

const milestone: MilestoneFact = {
  id: 3,
  title: "Hoàn thành tiêu chí 8",
  unitCode: "mau-01",
  unitLabel: "Xã Mẫu 01",
  setCode: "SET_A",
  documentLabel: null,
  criterionNumber: 8,
  dueOn: "2024-12-31",
  dueText: "quý IV/2024",
  isIllustrative: false,
};

describe("prepareWorkList", () => {
  it("puts each kind of work where its deadline says", () => {
    const list = prepareWorkList({ sheets: [sheet], tasks: [task], milestones: [milestone] }, editor);
    expect(list.groups.map((group) => [group.title, group.items.map((item) => item.tag.text)])).toEqual([
      ["Quá hạn", ["quá 5 ngày"]],
      ["Đến hạn trong 7 ngày", ["còn 7 ngày"]],
      ["Sắp tới", ["còn 13 ngày"]],
    ]);
    expect(list.lead).toBe("Thứ Tư, 18/12/2024. Có 1 việc quá hạn và 1 việc đến hạn trong 7 ngày.");
    expect(list.isIllustrative).toBe(true);
  });

  it("says of a sheet how much is missing and leads to its entry page", () => {
    const [group] = prepareWorkList({ sheets: [sheet], tasks: [], milestones: [] }, editor).groups;
    expect(group?.items[0]).toMatchObject({
      title: "Gửi phiếu số liệu quý IV/2024",
      meta: "Xã NTM nâng cao · còn 12/75 chỉ tiêu chưa nhập",
      href: "/entry/mau-01/SET_A/2024-Q4",
      due: "25/12/2024",
    });
  });

  it("keeps a returned sheet in its own group with the reviewer's words, even when late", () => {
    const returned: SheetFact = {
      ...sheet,
      status: "returned",
      returnReason: "Thiếu biên bản nghiệm thu.",
      returnedOn: "2024-12-17",
    };
    const list = prepareWorkList(
      { sheets: [returned], tasks: [], milestones: [] },
      { ...editor, today: "2024-12-30" },
    );
    expect(list.groups.map((group) => group.key)).toEqual(["returned"]);
    expect(list.groups[0]?.items[0]).toMatchObject({
      quote: "Thiếu biên bản nghiệm thu.",
      meta: "Trả lại ngày 17/12/2024 · Xã NTM nâng cao",
      tag: { tone: "returned", text: "bị trả lại" },
    });
  });

  it("asks nothing for a sheet that was sent, verified or approved, or has no deadline", () => {
    const done = (["submitted", "verified", "approved"] as const).map((status) => ({ ...sheet, status }));
    const list = prepareWorkList(
      { sheets: [...done, { ...sheet, dueOn: null }], tasks: [], milestones: [] },
      editor,
    );
    expect(list.groups).toEqual([]);
    expect(list.lead).toBe("Thứ Tư, 18/12/2024. Không còn việc nào đến hạn.");
  });

  it("tells a reviewer of all unsent sheets in one item, and names the unit of every task", () => {
    const sheets = Array.from({ length: 8 }, (_, index) => ({
      ...sheet,
      status: index === 0 ? ("absent" as const) : ("draft" as const),
      unitCode: `mau-0${index + 1}`,
      unitLabel: `Xã Mẫu 0${index + 1}`,
    }));
    const list = prepareWorkList({ sheets, tasks: [task], milestones: [] }, committee);
    const items = list.groups[0]?.items ?? [];
    expect(items.map((item) => item.title)).toEqual([
      "Bổ sung ảnh chụp điểm wifi",
      "8 đơn vị chưa gửi phiếu quý IV/2024",
    ]);
    expect(items[1]?.meta).toContain("Xã Mẫu 06 và 2 đơn vị khác");
    expect(items[1]?.href).toBe("/overview?set=SET_A&period=2024-Q4");
    expect(items[0]?.meta).toBe(
      "Xã Mẫu 01 · Kế hoạch năm 2024, mục III.1 · Tiêu chí 8 · hằng quý · Văn phòng chủ trì",
    );
  });

  it("never leads a reader who enters no figures to an entry page", () => {
    const list = prepareWorkList(
      { sheets: [sheet, { ...sheet, period: "2024-Q3", status: "returned" }], tasks: [], milestones: [] },
      { ...editor, entersFigures: false },
    );
    const hrefs = list.groups.flatMap((group) => group.items.map((item) => item.href));
    expect(hrefs).toHaveLength(2);
    for (const href of hrefs) expect(href).toMatch(/^\/communes\/mau-01\?/);
  });

  it("shows a deadline that is only words as words, last", () => {
    const wordy: TaskFact = { ...task, id: 8, title: "A", deadline: null, deadlineText: "thường xuyên" };
    const list = prepareWorkList(
      { sheets: [], tasks: [wordy, { ...task, deadline: "2025-03-01" }], milestones: [] },
      editor,
    );
    expect(list.groups[0]?.items.map((item) => item.due)).toEqual(["01/3/2025", "thường xuyên"]);
  });

  it("tells a task that many units share once, with their names, and keeps two apart", () => {
    const shared = Array.from({ length: 8 }, (_, index) => ({
      ...task,
      id: index,
      unitLabel: `Xã Mẫu ${index + 3}`,
    }));
    const list = prepareWorkList({ sheets: [], tasks: shared, milestones: [] }, committee);
    expect(list.groups[0]?.items).toHaveLength(1);
    expect(list.groups[0]?.items[0]).toMatchObject({
      title: "Bổ sung ảnh chụp điểm wifi (8 đơn vị)",
      href: "/documents/ke-hoach",
    });
    expect(list.groups[0]?.items[0]?.meta).toMatch(/^Xã Mẫu 3, .*Xã Mẫu 8 và 2 đơn vị khác · Kế hoạch/);
    const two = prepareWorkList({ sheets: [], tasks: shared.slice(0, 2), milestones: [] }, committee);
    expect(two.groups[0]?.items).toHaveLength(2);
  });

  it("tells promised numbers of criteria together, although every unit promised its own", () => {
    const promised = [10, 11, 12].map((met, index) => ({
      ...milestone,
      id: index,
      criterionNumber: null,
      unitLabel: `Xã Mẫu ${met}`,
      title: `Đạt ${met} tiêu chí`,
    }));
    const [group] = prepareWorkList({ sheets: [], tasks: [], milestones: promised }, committee).groups;
    expect(group?.items.map((item) => item.title)).toEqual(["3 đơn vị chưa tới mốc đã hẹn"]);
    expect(group?.items[0]?.href).toBe("/overview?set=SET_A");
  });
});
