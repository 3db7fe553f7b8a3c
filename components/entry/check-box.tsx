"use client";

import type { ReactNode } from "react";

interface CheckBoxProps {
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
  children: ReactNode;
}

/** A confirmation in a full sentence. */
export function CheckBox({ isChecked, onChange, children }: CheckBoxProps) {
  return (
    <label className="flex cursor-pointer items-start gap-2.5 py-1.75 text-15">
      <input
        type="checkbox"
        checked={isChecked}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-px size-5.5 flex-none cursor-pointer accent-accent"
      />
      <span>{children}</span>
    </label>
  );
}
