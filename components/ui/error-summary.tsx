import type { Ref } from "react";

interface ErrorSummaryProps {
  title: string;
  items: readonly { href: string; text: string }[];
  /** Move focus here after a refused submit. */
  ref?: Ref<HTMLDivElement>;
}

/** Every refused input in one list; each line leads to its field. */
export function ErrorSummary({ title, items, ref }: ErrorSummaryProps) {
  return (
    <div
      ref={ref}
      tabIndex={-1}
      role="alert"
      className="rounded-control border-3 border-error bg-surface px-5 py-4"
    >
      <h2 className="mb-2">{title}</h2>
      <ul>
        {items.map((item) => (
          <li key={`${item.href} ${item.text}`} className="py-[3px]">
            <a href={item.href} className="font-semibold text-error">
              {item.text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
