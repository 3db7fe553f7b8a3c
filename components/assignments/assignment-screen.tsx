import { CopyTableButton } from "@/components/ui/copy-table-button";
import { IllustrativeBadge } from "@/components/ui/illustrative-badge";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import type { CriterionAssignments } from "@/lib/assignments/types";
import { AssignmentRow } from "./assignment-row";
import styles from "./assignment-table.module.css";

export interface AssignmentContext {
  unit: { code: string; label: string };
  set: { code: string; shortTitle: string };
  officials: readonly { name: string; position: string }[];
  canEdit: boolean;
  today: string;
}

interface AssignmentScreenProps extends AssignmentContext {
  criteria: readonly CriterionAssignments[];
}

const TABLE_ID = "bang-phan-cong";

/** Who answers for each criterion of a commune, and which organisation stands behind it. */
export function AssignmentScreen({ criteria, ...context }: AssignmentScreenProps) {
  const named = criteria.filter((one) => one.current !== null).length;
  const isIllustrative = criteria.some((one) => one.current?.isIllustrative);
  return (
    <>
      <PageHead
        title="Phân công phụ trách"
        badge={isIllustrative ? <IllustrativeBadge text="Phân công minh họa" /> : null}
        lead={`${context.unit.label}, ${context.set.shortTitle}: ${named}/${criteria.length} tiêu chí đã có người phụ trách.`}
        actions={<CopyTableButton tableId={TABLE_ID} />}
      />
      <Panel flush>
        <table id={TABLE_ID} className={styles.table}>
          <caption className="sr-only">Người phụ trách và tổ chức đỡ đầu từng tiêu chí</caption>
          <thead>
            <tr>
              <th scope="col">Tiêu chí</th>
              <th scope="col">Người phụ trách</th>
              <th scope="col">Tổ chức đỡ đầu</th>
              <th scope="col">Từ ngày</th>
              <th scope="col">
                <span className="sr-only">Việc</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {criteria.map((criterion) => (
              <AssignmentRow key={criterion.criterionId} criterion={criterion} context={context} />
            ))}
          </tbody>
        </table>
      </Panel>
    </>
  );
}
