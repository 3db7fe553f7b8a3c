import { Tag } from "@/components/ui/tag";
import type { TaskRow } from "@/lib/communes/types";
import { formatDate } from "@/lib/numbers/dates";
import { describeDeadline } from "@/lib/numbers/deadlines";

const STATUS_WORDS: Record<TaskRow["status"], string | null> = {
  open: null,
  in_progress: "đang làm",
  done: "đã xong",
  cancelled: "đã hủy",
};

/** A deadline as the document prints it, with how far it is. Done work is never late. */
export function TaskDeadline({ task, today }: { task: TaskRow; today: string }) {
  const status = STATUS_WORDS[task.status];
  const words = task.deadlineText ?? (task.deadline ? formatDate(task.deadline) : task.recurrence);
  const due = task.deadline && task.status !== "done" ? describeDeadline(task.deadline, today) : null;
  return (
    <>
      {words ?? <span className="text-ink-3">không ghi hạn</span>}
      {due && due.state !== "later" ? (
        <span className="mt-0.5 block">
          <Tag tone={due.state === "overdue" ? "late" : "soon"}>{due.text}</Tag>
        </span>
      ) : null}
      {status ? (
        <span className="mt-0.5 block">
          <Tag tone={task.status === "done" ? "ok" : "neutral"}>{status}</Tag>
        </span>
      ) : null}
    </>
  );
}
