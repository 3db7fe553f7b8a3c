import { EmptyState } from "@/components/ui/empty-state";
import { IllustrativeBadge } from "@/components/ui/illustrative-badge";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import { ProvenanceBadge } from "@/components/ui/provenance-badge";
import { type TabItem, TabsNav } from "@/components/ui/tabs-nav";
import type { AuthorizedUnit } from "@/lib/auth/types";
import type { CommunePage } from "@/lib/communes/types";
import type { ContextSet } from "@/lib/context/types";
import { formatPeriod, periodQuarter } from "@/lib/numbers/periods";
import { CommuneScore } from "./commune-score";
import { CriteriaSection, MetCriteriaPanel } from "./criteria-section";
import { DocumentsPanel } from "./documents-panel";
import { HistoryPanel } from "./history-panel";
import { TargetsPanel } from "./targets-panel";
import { TasksPanel } from "./tasks-panel";
import { VillagesPanel } from "./villages-panel";

interface CommuneScreenProps {
  unit: AuthorizedUnit;
  set: ContextSet | null;
  period: string;
  today: string;
  page: CommunePage;
  canEnter: boolean;
  canExport: boolean;
}

function listTabs(page: CommunePage): TabItem[] {
  const tabs: (TabItem | false)[] = [
    { href: "#tieu-chi", label: "Tiêu chí", current: true },
    { href: "#lich-su", label: "Lịch sử", current: false },
    (page.targetCount > 0 || page.milestones.length > 0) && {
      href: "#muc-tieu",
      label: "Mục tiêu",
      count: page.targetCount || page.milestones.length,
      current: false,
    },
    page.tasks.length > 0 && {
      href: "#nhiem-vu",
      label: "Nhiệm vụ",
      count: page.tasks.length,
      current: false,
    },
    (page.villages.length > 0 || page.villageNames.length > 0) && {
      href: "#thon",
      label: "Thôn, bản",
      current: false,
    },
    page.documents.length > 0 && {
      href: "#van-ban",
      label: "Văn bản",
      count: page.documents.length,
      current: false,
    },
  ];
  return tabs.filter((tab) => tab !== false);
}

function tellSource(page: CommunePage, period: string): string {
  const { sheet } = page;
  if (!sheet) return `Chưa có số liệu ${formatPeriod(period)}.`;
  if (sheet.basis === "recorded") {
    return "Kết quả ghi từ văn bản. Chưa có phiếu số liệu theo quý.";
  }
  const returned =
    sheet.status === "returned" && sheet.returnReason ? ` Lý do trả: ${sheet.returnReason}` : "";
  return `Phiếu ${formatPeriod(period)}: ${page.sheetWords}, đã nhập ${sheet.entered}/${sheet.indicators} chỉ tiêu.${returned}`;
}

export function CommuneScreen({ unit, set, period, today, page, canEnter, canExport }: CommuneScreenProps) {
  const { head } = page;
  const entry = set && canEnter ? `/entry/${unit.code}/${set.code}/${period}` : null;
  const before = page.previousPeriod;
  const changeTitle =
    periodQuarter(before) === 4
      ? `So ${formatPeriod(before)}`
      : `So ${formatPeriod(before, "quarter").replace("Quý", "quý")}`;
  return (
    <>
      <PageHead
        title={head.label}
        badge={
          <>
            {page.isIllustrative ? <IllustrativeBadge /> : null}
            {page.sheet?.basis === "scored" ? (
              <ProvenanceBadge
                kind={
                  page.sheet.status === "verified" || page.sheet.status === "approved"
                    ? "verified"
                    : "self_assessed"
                }
              />
            ) : null}
          </>
        }
        lead={
          <>
            {head.parentLabel ? (
              <>
                <a href={`/overview?unit=${head.parentCode}`}>{head.parentLabel}</a>
                {head.parentBasis === "inferred" || head.basis === "inferred" ? (
                  <>
                    {" "}
                    <ProvenanceBadge
                      kind="inferred"
                      title={head.parentBasisNote ?? head.basisNote ?? undefined}
                    />
                  </>
                ) : null}
                {". "}
              </>
            ) : null}
            {tellSource(page, period)}
          </>
        }
        actions={
          <>
            {set ? (
              <LinkButton
                href={`/assignments?${new URLSearchParams({ unit: unit.code, set: set.code, period })}`}
              >
                Phân công
              </LinkButton>
            ) : null}
            {entry ? (
              <LinkButton href={entry} variant={canExport ? "secondary" : "primary"}>
                Nhập số liệu
              </LinkButton>
            ) : null}
            {canExport ? (
              <LinkButton href={`/documents/new/conclusion-notice?unit=${unit.code}`} variant="primary">
                Lập thông báo kết luận
              </LinkButton>
            ) : null}
          </>
        }
      />
      <TabsNav items={listTabs(page)} label="Phần của trang" />
      <div id="tieu-chi" className="scroll-mt-20">
        <CommuneScore page={page} />
      </div>
      {page.sheet ? null : (
        <Panel flush className="mb-6 max-desk:mb-4">
          <EmptyState
            title={
              set ? `Chưa có số liệu ${formatPeriod(period)}` : `${head.label} chưa theo bộ tiêu chí nào`
            }
            actions={entry ? <LinkButton href={entry}>Nhập số liệu {formatPeriod(period)}</LinkButton> : null}
          >
            {set && page.latestPeriod ? (
              <p>
                Kết quả gần nhất:{" "}
                <a href={`?${new URLSearchParams({ set: set.code, period: page.latestPeriod })}`}>
                  {formatPeriod(page.latestPeriod)}
                </a>
                .
              </p>
            ) : set ? (
              <p>Chưa có phiếu số liệu và chưa có kết quả ghi từ văn bản theo {set.shortTitle}.</p>
            ) : (
              <p>Văn bản chỉ nêu tên đơn vị.</p>
            )}
          </EmptyState>
        </Panel>
      )}
      <div className="grid grid-cols-1 items-start gap-6 max-desk:gap-4 wide:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 grid-cols-1 gap-6 max-desk:gap-4">
          <CriteriaSection
            page={page}
            changeTitle={changeTitle}
            sheet={{ unit: unit.code, set: set?.code ?? "", period }}
            today={today}
          />
          {page.facts.length > 0 ? <DocumentsPanel page={page} /> : null}
          <TargetsPanel page={page} />
          {page.facts.length > 0 ? null : <DocumentsPanel page={page} />}
        </div>
        <div className="grid min-w-0 grid-cols-1 gap-6 max-desk:gap-4">
          <MetCriteriaPanel page={page} />
          <HistoryPanel page={page} />
          <VillagesPanel page={page} />
          <TasksPanel page={page} today={today} />
        </div>
      </div>
    </>
  );
}
