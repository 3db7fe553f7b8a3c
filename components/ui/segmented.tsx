"use client";

import type { KeyboardEvent } from "react";

export interface SegmentedOption {
  value: string;
  label: string;
  /** A letter that chooses this option while the group has focus: "đ". */
  shortcut?: string;
}

interface SegmentedProps {
  /** Name of the radio group, unique on the page. */
  name: string;
  /** Accessible name of the group. */
  label: string;
  options: readonly SegmentedOption[];
  value: string | null;
  onChange: (value: string) => void;
  disabled?: boolean;
  describedBy?: string | undefined;
  invalid?: boolean;
}

/** A two- or three-part switch made of real radio buttons: arrows move, the shortcut letters choose. */
export function Segmented({
  name,
  label,
  options,
  value,
  onChange,
  disabled,
  describedBy,
  invalid,
}: SegmentedProps) {
  function chooseByKey(event: KeyboardEvent<HTMLFieldSetElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey || disabled) return;
    const option = options.find((o) => o.shortcut?.toLowerCase() === event.key.toLowerCase());
    if (!option) return;
    event.preventDefault();
    onChange(option.value);
  }
  return (
    <fieldset
      className={`inline-flex rounded-control border bg-surface ${invalid ? "border-2 border-error" : "border-line-strong"}`}
      aria-describedby={describedBy}
      onKeyDown={chooseByKey}
      disabled={disabled}
    >
      <legend className="sr-only">{label}</legend>
      {options.map((option, index) => {
        const isOn = option.value === value;
        return (
          <label
            key={option.value}
            className={`relative flex min-h-9 cursor-pointer items-center justify-center whitespace-nowrap px-3 text-15 transition-colors has-focus-visible:focus-ring has-disabled:cursor-not-allowed max-desk:min-h-10.5 ${
              index > 0 ? "border-l border-line-2" : ""
            } ${isOn ? "bg-accent-tint font-semibold text-ink inset-shadow-[0_-3px_0_var(--color-accent)]" : "text-ink-2 hover:bg-sunken"}`}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={isOn}
              onChange={() => onChange(option.value)}
              className="absolute inset-0 cursor-pointer opacity-0"
            />
            {option.label}
          </label>
        );
      })}
    </fieldset>
  );
}
