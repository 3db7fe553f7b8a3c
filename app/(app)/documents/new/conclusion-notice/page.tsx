import type { Metadata } from "next";
import { NoticeBuilder } from "@/components/reports/notice-builder";
import { ContextBar } from "@/components/shell/context-bar";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Main } from "@/components/ui/main";
import { authorizeUnit } from "@/lib/auth/authorize";
import { requireSession } from "@/lib/auth/session";
import { formatContextQuery, loadPageContext } from "@/lib/context/queries";
import type { SearchParams } from "@/lib/context/types";
import { formatPeriod } from "@/lib/numbers/periods";
import { prepareConclusionNotice } from "@/lib/reports/conclusion-notice/prepare-notice";
import { readConclusionNotice } from "@/lib/reports/conclusion-notice/read-notice";
import { LAYOUT_PROFILES } from "@/lib/reports/layout/profiles";
import { upperFirst } from "@/lib/reports/narrative/words";

export const metadata: Metadata = { title: "Lập thông báo kết luận" };

const ADDRESS = "/documents/new/conclusion-notice";

export default async function ConclusionNoticePage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const session = await requireSession();
  const { unit: unitParam, annex, ...params } = await searchParams;
  // The address may bring a district along from another page; a notice is about a commune.
  const asked = typeof unitParam === "string" ? unitParam : undefined;
  const known = asked ? await authorizeUnit(session, asked, "document.export") : null;
  const isOtherLevel = known !== null && known.level !== "commune";
  const { unit, set, period, contextBar } = await loadPageContext(
    session,
    isOtherLevel ? params : { ...params, unit: asked },
    { levels: ["commune"], act: "document.export" },
  );
  const loaded = await readConclusionNotice({ unitId: unit.id, setCode: set?.code ?? null, period });
  if (!loaded.ok) {
    return (
      <>
        <ContextBar model={contextBar} />
        <Main>
          <EmptyState
            as="h1"
            title={`Chưa lập được thông báo kết luận cho ${unit.label}`}
            actions={<LinkButton href="/documents">Về danh sách văn bản</LinkButton>}
          >
            <p>{loaded.message}</p>
          </EmptyState>
        </Main>
      </>
    );
  }
  const { facts, period: usedPeriod, setCode } = loaded.value;
  const withAnnex = annex === "1";
  const query = formatContextQuery({ unit: unit.code, set: setCode, period: usedPeriod });
  const here = formatContextQuery({ unit: unit.code, set: setCode, period });
  return (
    <>
      <ContextBar model={contextBar} />
      <Main className="px-0! pt-0! pb-0!">
        <NoticeBuilder
          notice={prepareConclusionNotice(facts, { withAnnex })}
          profile={LAYOUT_PROFILES.party}
          unitLabel={upperFirst(facts.unit.label)}
          periodText={formatPeriod(usedPeriod)}
          earlierPeriodNote={
            usedPeriod === period
              ? null
              : `${formatPeriod(period, "start")} chưa có phiếu; dùng kết quả gần nhất, ${formatPeriod(usedPeriod)}.`
          }
          isIllustrative={facts.isIllustrative}
          exportHref={`/api/reports/conclusion-notice?${query}${withAnnex ? "&annex=1" : ""}`}
          annexHref={`${ADDRESS}?${here}${withAnnex ? "" : "&annex=1"}`}
          hasAnnex={withAnnex}
        />
      </Main>
    </>
  );
}
