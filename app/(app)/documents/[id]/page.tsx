import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { DocumentScreen } from "@/components/documents/document-screen";
import { Main } from "@/components/ui/main";
import { can } from "@/lib/auth/policy";
import { requireSession } from "@/lib/auth/session";
import { readDocument } from "@/lib/documents/queries";
import { today } from "@/lib/server/clock";

export const metadata: Metadata = { title: "Văn bản" };

export default async function DocumentPage({ params }: { params: Promise<{ id: string }> }) {
  const session = await requireSession();
  const { id } = await params;
  const document = await readDocument(session, id, today());
  if (document === null) notFound();
  return (
    <Main>
      <p className="mb-2 max-desk:px-4 print:hidden">
        <Link href="/documents">Văn bản</Link>
      </p>
      <DocumentScreen document={document} canExport={can(session.role, "document.export")} />
    </Main>
  );
}
