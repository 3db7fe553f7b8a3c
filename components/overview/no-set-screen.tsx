import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import type { AuthorizedUnit } from "@/lib/auth/types";

interface NoSetScreenProps {
  unit: AuthorizedUnit;
  /** Units right below that a document names. */
  named: { code: string; label: string }[];
}

/** A district of which only names are known: says so, and where to read on. */
export function NoSetScreen({ unit, named }: NoSetScreenProps) {
  return (
    <>
      <PageHead title={`Tổng quan ${unit.label}`} />
      <Panel flush>
        <EmptyState title="Chưa theo bộ tiêu chí nào">
          <p>Đơn vị chưa đăng ký bộ tiêu chí và chưa có kết quả nào ghi từ văn bản.</p>
          {named.length > 0 ? (
            <p className="mt-2">
              {named.length} đơn vị được nêu tên, chưa có số liệu:{" "}
              {named.map((row, index) => (
                <span key={row.code}>
                  {index > 0 ? ", " : ""}
                  <a href={`/communes/${row.code}`}>{row.label}</a>
                </span>
              ))}
              .
            </p>
          ) : null}
          <p className="mt-2">
            <a href={`/documents?unit=${unit.code}`}>Xem văn bản của {unit.label}</a>
          </p>
        </EmptyState>
      </Panel>
    </>
  );
}
