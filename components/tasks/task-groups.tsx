import { EmptyState } from "@/components/ui/empty-state";
import type { WorkGroup } from "@/lib/tasks/types";
import { TaskRow } from "./task-row";

/** Rows shown of a group before "Xem thêm". */
const SHOWN = 10;

/** The work list: one section per urgency, all in one panel. */
export function TaskGroups({ groups }: { groups: readonly WorkGroup[] }) {
  return (
    <div className="border border-line bg-surface max-desk:border-x-0 desk:rounded-panel">
      {groups.length === 0 ? (
        <EmptyState title="Không còn việc nào đến hạn.">
          <p>Việc mới hiện ở đây khi có hạn gửi phiếu, phiếu bị trả lại hoặc nhiệm vụ từ văn bản.</p>
        </EmptyState>
      ) : null}
      {groups.map((group) => (
        <section
          key={group.key}
          aria-labelledby={`viec-${group.key}`}
          className="border-line-2 not-first:border-t"
        >
          <h2 id={`viec-${group.key}`} className="flex items-baseline gap-2.5 px-4.5 pt-4 pb-2 max-desk:px-4">
            {group.title}
            <span className="font-num text-15 font-medium text-ink-3">
              {group.items.length}
              <span className="sr-only"> việc</span>
            </span>
          </h2>
          <ul>
            {group.items.slice(0, SHOWN).map((item) => (
              <TaskRow key={item.key} item={item} />
            ))}
          </ul>
          {group.items.length > SHOWN ? (
            <details className="group/more">
              <summary className="min-h-10 border-t border-line px-4.5 py-2.5 text-15 text-accent underline underline-offset-3 hover:decoration-2 group-open/more:hidden max-desk:px-4">
                Xem thêm {group.items.length - SHOWN} việc
              </summary>
              <ul>
                {group.items.slice(SHOWN).map((item) => (
                  <TaskRow key={item.key} item={item} />
                ))}
              </ul>
            </details>
          ) : null}
        </section>
      ))}
    </div>
  );
}
