import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CommuneScreen } from "@/components/communes/commune-screen";
import { ContextBar } from "@/components/shell/context-bar";
import { Main } from "@/components/ui/main";
import { requireUnit } from "@/lib/auth/authorize";
import { can } from "@/lib/auth/policy";
import { requireSession } from "@/lib/auth/session";
import { loadCommune, loadParentCode } from "@/lib/communes/queries";
import { formatContextQuery, loadPageContext } from "@/lib/context/queries";
import type { SearchParams } from "@/lib/context/types";
import { today } from "@/lib/server/clock";

interface CommunePageProps {
  params: Promise<{ code: string }>;
  searchParams: Promise<SearchParams>;
}

export const metadata: Metadata = { title: "Xã" };

export default async function CommuneRoute({ params, searchParams }: CommunePageProps) {
  const session = await requireSession();
  const { code } = await params;
  const asked = await requireUnit(session, code, "unit.view");
  if (asked.level === "province" || asked.level === "district") redirect(`/overview?unit=${asked.code}`);
  if (asked.level === "village") {
    const parent = await loadParentCode(asked.id);
    if (parent) redirect(`/communes/${parent}#thon`);
  }
  const { unit, set, period, contextBar } = await loadPageContext(
    session,
    { ...(await searchParams), unit: asked.code },
    {
      levels: ["commune", "village"],
      act: "unit.view",
      hrefOf: (context) => {
        const query = new URLSearchParams(formatContextQuery(context));
        query.delete("unit");
        return `/communes/${context.unit}?${query}`;
      },
    },
  );
  const page = await loadCommune({ unitId: unit.id, set, period });
  return (
    <>
      <ContextBar model={contextBar} />
      <Main>
        <CommuneScreen
          unit={unit}
          set={set}
          period={period}
          today={today()}
          page={page}
          canEnter={can(session.role, "figure.enter")}
          canExport={can(session.role, "document.export")}
        />
      </Main>
    </>
  );
}
