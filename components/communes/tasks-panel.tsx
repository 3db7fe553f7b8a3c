import { Panel } from "@/components/ui/panel";
import type { CommunePage, TaskRow } from "@/lib/communes/types";
import { TaskDeadline } from "./task-deadline";
import { TaskLines } from "./task-lines";

function TaskList({ tasks, today }: { tasks: TaskRow[]; today: string }) {
  return (
    <ul className="divide-y divide-line">
      {tasks.map((task) => (
        <li
          key={task.id}
          className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 px-4 py-2.5 text-15 desk:px-4.5"
        >
          <div>
            <TaskLines tasks={[task]} />
            {task.number === null ? null : <span className="text-13 text-ink-3">Tiêu chí {task.number}</span>}
          </div>
          <div className="max-w-40 text-right text-14">
            <TaskDeadline task={task} today={today} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Every task about the commune: those with a day in sight, the others folded. */
export function TasksPanel({ page, today }: { page: CommunePage; today: string }) {
  if (page.tasks.length === 0) return null;
  const dated = page.tasks.filter((task) => task.deadline !== null);
  const undated = page.tasks.filter((task) => task.deadline === null);
  dated.sort((a, b) => ((a.deadline ?? "") < (b.deadline ?? "") ? -1 : 1));
  return (
    <Panel id="nhiem-vu" flush title="Nhiệm vụ" meta={`${page.tasks.length}, ${dated.length} có hạn`}>
      <TaskList tasks={dated} today={today} />
      {undated.length > 0 ? (
        <details className="border-t border-line first:border-t-0" open={dated.length === 0}>
          <summary className="min-h-10 px-4 py-2.5 text-14 text-accent underline underline-offset-3 desk:px-4.5">
            {undated.length} nhiệm vụ không ghi ngày
          </summary>
          <div className="border-t border-line">
            <TaskList tasks={undated} today={today} />
          </div>
        </details>
      ) : null}
    </Panel>
  );
}
