"use client";

import { type ComponentPropsWithRef, useEffect, useRef, useState } from "react";
import { styleButton } from "./button-style";

type FileInputProps = Omit<ComponentPropsWithRef<"input">, "type" | "className" | "ref"> & { id: string };

/**
 * A file field whose words are ours: the browser's own button speaks the browser's language. The real input lies
 * over the drawn one, so that clicking, dropping a file and the keyboard work as ever.
 */
export function FileInput({ onChange, ...input }: FileInputProps) {
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState<string | null>(null);
  useEffect(() => {
    const form = field.current?.form;
    const forget = () => setName(null);
    form?.addEventListener("reset", forget);
    return () => form?.removeEventListener("reset", forget);
  }, []);
  return (
    <div className="relative flex max-w-140 flex-wrap items-center gap-3 rounded-control has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-accent">
      <input
        {...input}
        ref={field}
        type="file"
        className="absolute inset-0 size-full cursor-pointer opacity-0"
        onChange={(event) => {
          setName(event.target.files?.[0]?.name ?? null);
          onChange?.(event);
        }}
      />
      <span aria-hidden="true" className={styleButton("secondary")}>
        Chọn tệp
      </span>
      <span aria-hidden="true" className={`min-w-0 break-words text-15 ${name ? "text-ink" : "text-ink-3"}`}>
        {name ?? "chưa chọn tệp nào"}
      </span>
    </div>
  );
}
