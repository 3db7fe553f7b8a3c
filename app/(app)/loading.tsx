import { Skeleton } from "@/components/ui/skeleton";

const ROWS = ["w-2/5", "w-1/3", "w-1/2", "w-2/5", "w-1/4"];

/** Keeps the frame of a page while it loads, so that nothing jumps. */
export default function Loading() {
  return (
    <div>
      <div className="flex h-14 items-center gap-8 border-b border-line-2 bg-surface px-6 max-desk:h-13 max-desk:px-4">
        <Skeleton className="w-28" />
        <Skeleton className="w-40 max-desk:hidden" />
        <Skeleton className="w-24 max-desk:hidden" />
      </div>
      <main id="main" tabIndex={-1} className="px-6 pt-6 max-desk:px-0 max-desk:pt-4">
        <p role="status" className="sr-only">
          Đang tải trang…
        </p>
        <Skeleton className="mb-6 h-8 w-64 bg-line max-desk:mx-4" />
        <div className="border border-line bg-surface max-desk:border-x-0 desk:rounded-panel">
          {ROWS.map((width, index) => (
            <div
              key={`row-${index.toString()}`}
              className="flex gap-6 border-line px-4.5 py-5 not-first:border-t"
            >
              <Skeleton className="w-8" />
              <Skeleton className={width} />
              <Skeleton className="ml-auto w-20" />
            </div>
          ))}
        </div>
      </main>
    </div>
  );
}
