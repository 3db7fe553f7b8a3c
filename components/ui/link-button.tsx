import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonVariant, styleButton } from "./button-style";

interface LinkButtonProps extends ComponentProps<typeof Link> {
  variant?: ButtonVariant;
  size?: "sm";
}

/** Goes somewhere and looks like a button. For files use <a className={styleButton(...)} download>. */
export function LinkButton({ variant = "secondary", size, className = "", ...rest }: LinkButtonProps) {
  return <Link className={`${styleButton(variant, size)} ${className}`} {...rest} />;
}
