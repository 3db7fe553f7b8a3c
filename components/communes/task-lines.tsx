import type { TaskRow } from "@/lib/communes/types";

/** Who was told to do what: the sentence, then the bodies. */
export function TaskLines({ tasks }: { tasks: TaskRow[] }) {
  if (tasks.length === 0) return <span className="text-ink-3">chưa giao nhiệm vụ</span>;
  return (
    <ul className="space-y-1.5">
      {tasks.map((task) => (
        <li key={task.id}>
          {task.title}
          <span className="block text-13 text-ink-2">
            {task.responsible ? `Giao: ${task.responsible}` : "Văn bản không ghi cơ quan chủ trì"}
            {task.coordinating ? `; phối hợp: ${task.coordinating}` : ""}
          </span>
        </li>
      ))}
    </ul>
  );
}
