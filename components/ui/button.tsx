import type { ComponentProps } from "react";
import { type ButtonVariant, styleButton } from "./button-style";

interface ButtonProps extends ComponentProps<"button"> {
  variant?: ButtonVariant;
  size?: "sm";
}

export function Button({
  variant = "secondary",
  size,
  className = "",
  type = "button",
  ...rest
}: ButtonProps) {
  return <button type={type} className={`${styleButton(variant, size)} ${className}`} {...rest} />;
}
