import type { ComponentProps, ReactNode } from "react";
import { describeField, Field } from "./field";
import { INPUT, INPUT_ERROR, INPUT_NUMBER } from "./field-style";

interface TextFieldProps extends Omit<ComponentProps<"input">, "id"> {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** Right of the input: "triệu đồng/người/năm". */
  unit?: ReactNode;
  numeric?: boolean;
  /** Right of the input, e.g. a show-password button. */
  after?: ReactNode;
}

export function TextField({
  id,
  label,
  hint,
  error,
  unit,
  numeric,
  after,
  className = "",
  ...rest
}: TextFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <div className="flex items-center gap-2">
        <input
          id={id}
          name={id}
          type="text"
          inputMode={numeric ? "decimal" : undefined}
          aria-describedby={describeField(id, hint, error)}
          aria-invalid={error ? true : undefined}
          className={`${numeric ? INPUT_NUMBER : INPUT} ${error ? INPUT_ERROR : ""} ${className}`}
          {...rest}
        />
        {unit ? <span className="whitespace-nowrap text-14 text-ink-3">{unit}</span> : null}
        {after}
      </div>
    </Field>
  );
}
