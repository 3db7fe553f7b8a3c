import type { ComponentProps, ReactNode } from "react";
import { describeField, Field } from "./field";
import { INPUT, INPUT_ERROR } from "./field-style";

export interface SelectOption {
  value: string;
  label: string;
}

interface SelectFieldProps extends Omit<ComponentProps<"select">, "id"> {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  options: readonly SelectOption[];
  /** First option with an empty value. */
  emptyLabel?: string;
  /** Label only for screen readers, in filter bars. */
  hideLabel?: boolean;
}

export function SelectField({
  id,
  label,
  hint,
  error,
  options,
  emptyLabel,
  hideLabel,
  className = "",
  ...rest
}: SelectFieldProps) {
  const control = (
    <select
      id={id}
      name={id}
      aria-describedby={describeField(id, hint, error)}
      aria-invalid={error ? true : undefined}
      className={`select-arrow ${INPUT} pr-8 ${error ? INPUT_ERROR : ""} ${className}`}
      {...rest}
    >
      {emptyLabel === undefined ? null : <option value="">{emptyLabel}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
  if (hideLabel) {
    return (
      <div>
        <label htmlFor={id} className="sr-only">
          {label}
        </label>
        {control}
      </div>
    );
  }
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {control}
    </Field>
  );
}
