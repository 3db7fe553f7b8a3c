import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PreviewScreen } from "@/components/imports/preview-screen";
import { ContextBar } from "@/components/shell/context-bar";
import { Main } from "@/components/ui/main";
import { requireSession } from "@/lib/auth/session";
import { loadPageContext } from "@/lib/context/queries";
import type { SearchParams } from "@/lib/context/types";
import { loadImportPreview } from "@/lib/imports/queries";

export const metadata: Metadata = { title: "Xem trước tệp Excel" };

interface ImportPreviewPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

export default async function ImportPreviewPage({ params, searchParams }: ImportPreviewPageProps) {
  const session = await requireSession();
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const sheet = typeof query.sheet === "string" ? query.sheet : null;
  const preview = (await loadImportPreview(session, id, sheet)) ?? notFound();
  const { contextBar } = await loadPageContext(
    session,
    { unit: preview.unitCode, set: preview.setCode, period: preview.period },
    {
      levels: ["province", "district", "commune", "village"],
      act: "unit.view",
      // Another unit or period is another import: the file belongs to this one.
      hrefOf: (context) => {
        const address = new URLSearchParams({ unit: context.unit, period: context.period });
        if (context.set) address.set("set", context.set);
        return `/import?${address}`;
      },
    },
  );
  return (
    <>
      <ContextBar model={contextBar} />
      <Main>
        <PreviewScreen
          preview={preview}
          query={contextBar.query}
          isIllustrative={contextBar.isIllustrative}
        />
      </Main>
    </>
  );
}
