import { describe, expect, it } from "vitest";
import { nameReviewHref } from "@/lib/reviews/address";
import { prepareQueue } from "@/lib/reviews/prepare-queue";
import type { DeskCriterion, DeskSheet, QueueView, Reader } from "@/lib/reviews/types";
import type { CriterionState } from "@/lib/submissions/criterion-state";

const criterion = (id: number): DeskCriterion => ({
  id,
  number: id,
  title: `Tiêu chí ${id}`,
  shortTitle: `TC ${id}`,
  indicatorCount: 5,
});

function sheet(
  name: string,
  sentOn: string,
  change: Partial<DeskSheet> & { said?: [number, CriterionState][] } = {},
) {
  const { said = [], ...rest } = change;
  return {
    submissionId: 1,
    unitCode: name,
    unitLabel: `Xã ${name}`,
    status: "submitted",
    submittedAt: `${sentOn}T03:00:00.000Z`,
    round: 1,
    metCount: 13,
    totalCount: 19,
    isIllustrative: true,
    states: new Map(said),
    changes: new Map([[8, 2]]),
    ...rest,
  } satisfies DeskSheet;
}

const SHEETS = [
  sheet("b", "2024-12-26"),
  sheet("a", "2024-12-20", { said: [[8, "returned"]] }),
  sheet("c", "2024-12-22", { status: "approved" }),
  sheet("d", "2024-12-23", { status: "returned" }),
  sheet("e", "2024-12-21", { said: [[8, "asked"]], changes: null }),
];

const queueOf = (
  reader: Reader,
  view: QueueView,
  criteria = [criterion(8)],
  current = { sheet: "e", criterion: 8 },
) => prepareQueue(SHEETS, { reader, view, criteria, current });

describe("the queue of a department", () => {
  it("lists its criterion over all communes, who waits longest first", () => {
    const queue = queueOf("department", "pending");
    expect(queue.groups).toMatchObject([
      {
        title: "Tiêu chí 8 TC 8",
        items: [
          { label: "Xã e", note: "5 chỉ tiêu · kỳ đầu · đang hỏi xã", isCurrent: true },
          { label: "Xã b", note: "5 chỉ tiêu · 2 thay đổi", isCurrent: false },
        ],
      },
    ]);
    expect(queue.counts).toEqual({ pending: 2, returned: 1, agreed: 1 });
    expect([queue.previous, queue.next]).toEqual([null, { sheet: "b", criterion: 8 }]);
  });

  it("goes on from one of its criteria to the next", () => {
    const queue = queueOf("department", "pending", [criterion(8), criterion(9)], {
      sheet: "b",
      criterion: 8,
    });
    expect(queue.groups.map((group) => group.title)).toEqual(["Tiêu chí 8 TC 8", "Tiêu chí 9 TC 9"]);
    expect(queue.next).toEqual({ sheet: "a", criterion: 9 });
  });
});

describe("the queue of the committee", () => {
  it("lists sheets by where they stand and opens where work is left", () => {
    const criteria = [criterion(8), criterion(9)];
    expect(queueOf("committee", "pending", criteria).groups[0]?.items.map((item) => item.place)).toEqual([
      { sheet: "a", criterion: 9 },
      { sheet: "e", criterion: 8 },
      { sheet: "b", criterion: 8 },
    ]);
    expect(queueOf("committee", "returned", criteria).groups[0]?.items[0]?.label).toBe("Xã d");
    expect(queueOf("committee", "agreed", criteria).length).toBe(1);
  });
});

describe("the queue of a commune", () => {
  it("holds only what was spoken of", () => {
    const own = prepareQueue([sheet("a", "2024-12-20", { said: [[8, "asked"]] })], {
      reader: "commune",
      view: "pending",
      criteria: [criterion(8), criterion(9)],
      current: null,
    });
    expect(own.groups[0]?.items).toMatchObject([{ label: "Tiêu chí 8 TC 8", note: "đang hỏi xã" }]);
  });
});

describe("the address of a place", () => {
  it("keeps the whole context", () => {
    const context = { unit: "huyen-mau", set: "SET", period: "2024-Q4", view: "returned" } as const;
    expect(nameReviewHref(context, { sheet: "mau-07", criterion: 8 })).toBe(
      "/review?unit=huyen-mau&set=SET&period=2024-Q4&view=returned&sheet=mau-07&criterion=8",
    );
  });
});
