const STEPS = ["Tải mẫu", "Chọn tệp", "Xem trước", "Ghi vào phiếu"] as const;

/** The four steps of an import, with the one in view. */
export function ImportSteps({ current }: { current: 1 | 2 | 3 | 4 }) {
  return (
    <ol className="mb-4 flex flex-wrap gap-x-6 gap-y-1 text-15 max-desk:px-4 desk:mb-6 print:hidden">
      {STEPS.map((step, index) => {
        const isCurrent = index + 1 === current;
        return (
          <li
            key={step}
            aria-current={isCurrent ? "step" : undefined}
            className={
              isCurrent
                ? "border-b-3 border-accent pb-1 font-semibold"
                : "border-b-3 border-transparent pb-1 text-ink-2"
            }
          >
            {index + 1}. {step}
          </li>
        );
      })}
    </ol>
  );
}
