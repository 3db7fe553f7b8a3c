import { Tag } from "@/components/ui/tag";
import type { DocumentTaskRow } from "@/lib/documents/types";

const TONES = { overdue: "late", today: "soon", soon: "soon", later: "neutral" } as const;

function TaskState({ task }: { task: DocumentTaskRow }) {
  if (task.isDone) return <Tag tone="ok">xong</Tag>;
  if (task.deadline === null) return null;
  return <Tag tone={TONES[task.deadline.state]}>{task.deadline.text}</Tag>;
}

/** Tasks of a document with their bodies and the state of their deadlines. */
export function DocumentTasks({ tasks }: { tasks: readonly DocumentTaskRow[] }) {
  return (
    <ul>
      {tasks.map((task) => (
        <li
          key={task.id}
          className="grid gap-x-6 gap-y-1 border-b border-line px-4.5 py-3 last:border-b-0 desk:grid-cols-[1fr_15rem_11rem] max-desk:px-4"
        >
          <div>
            {task.criterionText === null && task.reference === null ? null : (
              <p className="font-num text-13 text-ink-3">
                {[task.reference && `Mục ${task.reference}`, task.criterionText].filter(Boolean).join(" · ")}
              </p>
            )}
            <p>{task.title}</p>
            {task.note === null ? null : <p className="text-14 text-ink-2">{task.note}</p>}
          </div>
          <div className="text-15">
            <p>
              {task.responsible.length > 0 ? task.responsible.join(", ") : "Văn bản không giao cơ quan nào"}
            </p>
            {task.coordinating.length === 0 ? null : (
              <p className="text-14 text-ink-2">Phối hợp: {task.coordinating.join(", ")}</p>
            )}
          </div>
          <div className="flex flex-wrap content-start items-center gap-x-2 gap-y-1 font-num text-15">
            <span className={task.deadlineText === null && task.recurrence === null ? "text-ink-3" : ""}>
              {task.deadlineText ?? task.recurrence ?? "không in thời hạn"}
            </span>
            <TaskState task={task} />
          </div>
        </li>
      ))}
    </ul>
  );
}
