import { Panel } from "@/components/ui/panel";
import { ProvenanceBadge } from "@/components/ui/provenance-badge";
import { VerdictMark } from "@/components/ui/verdict-mark";
import type { CommuneCriterion, CommunePage } from "@/lib/communes/types";
import type { SheetAddress } from "@/lib/explanations/address";
import { verdictOfState } from "@/lib/scoring/display";
import { CriterionDetails } from "./criterion-details";
import { RecordedTable } from "./recorded-table";

interface CriteriaSectionProps {
  page: CommunePage;
  /** "So quý III". */
  changeTitle: string;
  /** Which sheet the figures belong to. */
  sheet: SheetAddress;
  today: string;
}

const isMet = (criterion: CommuneCriterion) => verdictOfState(criterion.state) === "met";

function ScoredCriteria({ page, changeTitle, sheet, today }: CriteriaSectionProps) {
  const open = page.criteria.filter((criterion) => !isMet(criterion) && criterion.state !== "exempt");
  const settled = page.criteria.filter((criterion) => isMet(criterion) || criterion.state === "exempt");
  const list = (criteria: CommuneCriterion[], isOpen: boolean) =>
    criteria.map((criterion) => (
      <CriterionDetails
        key={criterion.id}
        criterion={criterion}
        isOpen={isOpen}
        changeTitle={changeTitle}
        sheet={sheet}
        today={today}
      />
    ));
  return (
    <>
      {open.length > 0 ? (
        <Panel flush title={`${open.length} tiêu chí chưa đạt hoặc còn thiếu`}>
          {list(open, true)}
        </Panel>
      ) : null}
      {settled.length > 0 ? (
        <Panel flush title={`${settled.length} tiêu chí đạt hoặc không áp dụng`} meta="Bấm để xem chỉ tiêu">
          {list(settled, false)}
        </Panel>
      ) : null}
    </>
  );
}

function tellUnnamed(page: CommunePage, unnamed: CommuneCriterion[]): string {
  const { sheet } = page;
  if (!sheet) return "";
  const named = page.criteria.filter((criterion) => criterion.state !== "unnamed");
  const met = sheet.met - named.filter(isMet).length;
  const unmet = sheet.unmet - named.filter((criterion) => verdictOfState(criterion.state) === "unmet").length;
  const total = unnamed.length > 0 ? unnamed.length : sheet.total;
  const noun = page.criteria.length > 0 ? "tiêu chí" : "chỉ tiêu";
  return `${total} ${noun}: văn bản ghi ${met} đạt, ${unmet} chưa đạt, không kể tên.`;
}

function RecordedCriteria({ page, today }: CriteriaSectionProps) {
  const unmet = page.criteria.filter((row) => !isMet(row) && row.state !== "unnamed");
  const unnamed = page.criteria.filter((row) => row.state === "unnamed");
  return (
    <>
      {unmet.length > 0 ? (
        <Panel
          flush
          title={`${unmet.length} tiêu chí chưa đạt và nhiệm vụ`}
          meta={page.documents[0]?.numberText ?? "ghi từ văn bản"}
        >
          <RecordedTable criteria={unmet} today={today} />
        </Panel>
      ) : null}
      {unnamed.length > 0 || page.criteria.length === 0 ? (
        <Panel title="Văn bản không kể tên">
          <p className="text-15">{tellUnnamed(page, unnamed)}</p>
        </Panel>
      ) : null}
    </>
  );
}

/** Criteria of the period: folded indicators where figures were entered, a plain table where only a result is on paper. */
export function CriteriaSection(props: CriteriaSectionProps) {
  const { page } = props;
  if (!page.sheet) return null;
  return page.sheet.basis === "recorded" ? <RecordedCriteria {...props} /> : <ScoredCriteria {...props} />;
}

/** The criteria that stand, beside those that do not; only where they are not already listed with indicators. */
export function MetCriteriaPanel({ page }: { page: CommunePage }) {
  const met = page.criteria.filter(isMet);
  if (page.sheet?.basis !== "recorded" || met.length === 0) return null;
  return (
    <Panel
      flush
      title={`${met.length} tiêu chí đạt`}
      meta={
        met.every((criterion) => criterion.isDerived) ? (
          <ProvenanceBadge kind="derived" />
        ) : (
          <ProvenanceBadge kind="recorded" />
        )
      }
    >
      <ul className="divide-y divide-line">
        {met.map((criterion) => (
          <li
            key={criterion.id}
            id={`c${criterion.number}`}
            className="grid scroll-mt-20 grid-cols-[1.5rem_minmax(0,1fr)_auto] gap-x-2 px-4 py-2 text-15 desk:px-4.5"
          >
            <span className="text-right font-num font-semibold">{criterion.number}</span>
            <span>{criterion.title}</span>
            <VerdictMark state={criterion.state} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
