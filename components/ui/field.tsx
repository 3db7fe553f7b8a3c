import type { ReactNode } from "react";
import { ERROR_TEXT, HINT, LABEL } from "./field-style";

interface FieldProps {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  children: ReactNode;
  className?: string;
}

/** Ids of hint and error, for aria-describedby of the control. */
export function describeField(id: string, hint: unknown, error: unknown): string | undefined {
  const ids = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

/** Label above, hint below it, error between hint and control, red bar on the left when wrong. */
export function Field({ id, label, hint, error, children, className = "" }: FieldProps) {
  return (
    <div className={`${error ? "border-l-4 border-error pl-3" : ""} ${className}`}>
      <label htmlFor={id} className={LABEL}>
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className={HINT}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className={ERROR_TEXT}>
          {error}
        </p>
      ) : null}
      <div className="mt-1.5">{children}</div>
    </div>
  );
}
