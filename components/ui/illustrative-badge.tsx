/** Stands wherever invented figures show. */
export function IllustrativeBadge({ text = "Số liệu minh họa" }: { text?: string }) {
  return (
    <span className="inline-flex items-center whitespace-nowrap rounded-control bg-near-bg px-2.5 py-[3px] text-13 font-semibold text-near print-exact">
      {text}
    </span>
  );
}
