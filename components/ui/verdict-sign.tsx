import type { ReactNode } from "react";
import type { DisplayState } from "@/lib/scoring/types";

const SHAPES: Record<DisplayState, ReactNode> = {
  met: <path d="M2.8 8.6l3.5 3.6L13.3 4.4" />,
  unmet: <path d="M3.8 3.8l8.4 8.4M12.2 3.8l-8.4 8.4" />,
  missing: <path d="M3.5 8h9" />,
  near: <path d="M8 2.6l6 10.6H2z" fill="currentColor" stroke="none" />,
  regressed: <path d="M8 13.4L2 2.8h12z" fill="currentColor" stroke="none" />,
  exempt: <circle cx="8" cy="8" r="4.6" />,
  "undefined-threshold": (
    <path d="M5.2 5.7c0-1.8 1.3-2.9 2.9-2.9 1.7 0 2.9 1.1 2.9 2.6 0 2.2-2.8 2.2-2.8 4.4M8.1 13.2v.1" />
  ),
  unnamed: <path d="M3.2 8h.1M8 8h.1M12.8 8h.1" />,
};

/** The drawn sign of a verdict; decorative, a word always stands beside it or in an accessible name. */
export function VerdictSign({ state, size = 14 }: { state: DisplayState; size?: number }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={2.1}
      strokeLinecap="round"
      strokeLinejoin="round"
      className="inline-block flex-none align-[-2px]"
      data-state={state}
      aria-hidden="true"
      focusable="false"
    >
      {SHAPES[state]}
    </svg>
  );
}
