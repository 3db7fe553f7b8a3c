import { render } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { VerdictMark } from "@/components/ui/verdict-mark";
import { VERDICT_WORDS } from "@/lib/criteria/words";
import type { DisplayState } from "@/lib/scoring/types";

const states = Object.keys(VERDICT_WORDS) as DisplayState[];

describe("VerdictMark", () => {
  it.each(["box", "plain", "sign"] as const)("says every state in words as %s", (form) => {
    for (const state of states) {
      const { container, unmount } = render(<VerdictMark state={state} form={form} />);
      expect(container.textContent).toBe(VERDICT_WORDS[state]);
      expect(container.querySelector("svg")?.getAttribute("aria-hidden")).toBe("true");
      unmount();
    }
  });

  it("draws a sign of its own for every state, so that colour is never alone", () => {
    const shapes = states.map((state) => {
      const { container, unmount } = render(<VerdictMark state={state} />);
      const shape = container.querySelector("svg")?.innerHTML ?? "";
      unmount();
      return shape;
    });
    expect(new Set(shapes).size).toBe(states.length);
  });
});
