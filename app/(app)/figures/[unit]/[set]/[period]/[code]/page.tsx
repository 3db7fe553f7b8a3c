import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FigureScreen } from "@/components/explanations/figure-screen";
import { ContextBar } from "@/components/shell/context-bar";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Main } from "@/components/ui/main";
import { requireSession } from "@/lib/auth/session";
import { formatContextQuery, loadPageContext } from "@/lib/context/queries";
import { nameFigurePath } from "@/lib/explanations/address";
import { loadFigurePage } from "@/lib/explanations/queries";

export const metadata: Metadata = { title: "Giải thích" };

interface FigureParams {
  unit: string;
  set: string;
  period: string;
  code: string;
}

export default async function FigureRoute({ params }: { params: Promise<FigureParams> }) {
  const session = await requireSession();
  const raw = await params;
  const address = {
    unit: decodeURIComponent(raw.unit),
    set: decodeURIComponent(raw.set),
    period: decodeURIComponent(raw.period),
    code: decodeURIComponent(raw.code),
  };
  const { unit, contextBar } = await loadPageContext(
    session,
    { ...address, code: undefined },
    {
      levels: ["district", "commune", "village"],
      act: "unit.view",
      // Another set has other indicators: its own page is the place to choose one.
      hrefOf: ({ unit: code, set, period }) =>
        set === address.set
          ? nameFigurePath({ unit: code, set, period, code: address.code })
          : `/communes/${code}?${formatContextQuery({ unit: code, set, period })}`,
    },
  );
  const loaded = await loadFigurePage(session, unit, address);
  if (!loaded.ok && loaded.reason === "unknown-indicator") notFound();
  return (
    <>
      <ContextBar model={contextBar} />
      <Main>
        {loaded.ok ? (
          <FigureScreen page={loaded.value} />
        ) : (
          <EmptyState
            as="h1"
            title="Chưa giải thích được số này"
            actions={<LinkButton href={`/communes/${unit.code}`}>Về trang xã</LinkButton>}
          >
            <p>{loaded.message}</p>
          </EmptyState>
        )}
      </Main>
    </>
  );
}
