import type { ComponentProps, ReactNode } from "react";
import { describeField, Field } from "./field";
import { INPUT, INPUT_ERROR } from "./field-style";

interface TextAreaFieldProps extends Omit<ComponentProps<"textarea">, "id"> {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
}

export function TextAreaField({ id, label, hint, error, className = "", ...rest }: TextAreaFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <textarea
        id={id}
        name={id}
        rows={3}
        aria-describedby={describeField(id, hint, error)}
        aria-invalid={error ? true : undefined}
        className={`${INPUT} ${error ? INPUT_ERROR : ""} ${className}`}
        {...rest}
      />
    </Field>
  );
}
