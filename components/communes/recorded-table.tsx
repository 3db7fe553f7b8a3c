import { ProvenanceBadge } from "@/components/ui/provenance-badge";
import { Td, Th } from "@/components/ui/table";
import { VerdictMark } from "@/components/ui/verdict-mark";
import type { CommuneCriterion } from "@/lib/communes/types";
import styles from "./recorded-table.module.css";
import { TaskDeadline } from "./task-deadline";
import { TaskLines } from "./task-lines";

/** Criteria that a document names as not met, each with what was ordered about it. */
export function RecordedTable({ criteria, today }: { criteria: CommuneCriterion[]; today: string }) {
  return (
    <table className={styles.recorded}>
      <thead>
        <tr>
          <Th numeric className="w-14">
            Số
          </Th>
          <Th className="w-40">Tiêu chí</Th>
          <Th className="w-36">Kết quả</Th>
          <Th>Nhiệm vụ, cơ quan được giao</Th>
          <Th className="w-36">Hạn</Th>
        </tr>
      </thead>
      <tbody>
        {criteria.map((criterion) => (
          <tr key={criterion.id} id={`c${criterion.number}`} className="scroll-mt-20">
            <Td numeric className="font-semibold">
              {criterion.number}
            </Td>
            <Td className="font-semibold">{criterion.title}</Td>
            <Td>
              <VerdictMark state={criterion.state} />
              <span className="mt-0.5 block">
                <ProvenanceBadge kind="recorded" />
              </span>
            </Td>
            <Td>
              <TaskLines tasks={criterion.tasks} />
            </Td>
            <Td>
              {criterion.tasks.map((task) => (
                <div key={task.id} className="not-first:mt-2">
                  <TaskDeadline task={task} today={today} />
                </div>
              ))}
              {criterion.milestones.map((milestone) => (
                <div key={milestone.id} className="mt-2 text-13 text-ink-2">
                  {milestone.title}: {milestone.dueText}
                </div>
              ))}
            </Td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
