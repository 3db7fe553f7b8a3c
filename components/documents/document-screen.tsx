import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import type { DocumentView } from "@/lib/documents/types";
import { DocumentPromises } from "./document-promises";
import { DocumentResults } from "./document-results";
import { DocumentTasks } from "./document-tasks";
import { FactTable } from "./fact-table";
import { HeaderFacts } from "./header-facts";

function Points({ title, points }: { title: string; points: readonly string[] }) {
  if (points.length === 0) return null;
  return (
    <div>
      <h3 className="text-15 font-semibold">{title}</h3>
      <ul className="mt-1 list-disc space-y-1 pl-5">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </div>
  );
}

/** One source document: its head, what was taken from it, and where the copy does not agree with itself. */
export function DocumentScreen({ document, canExport }: { document: DocumentView; canExport: boolean }) {
  const { anomalies, inconsistencyCount } = document;
  return (
    <>
      <PageHead title={document.typeText} lead={document.subject} />
      <div className="space-y-6">
        {anomalies.length === 0 ? null : (
          <Notice tone="warn" title={`${anomalies.length} điểm cần soát ở bản lưu.`}>
            <ul className="mt-1 list-disc space-y-0.5 pl-5 font-num">
              {anomalies.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </Notice>
        )}
        {document.results.length === 0 ? null : (
          <Panel flush title="Kết quả ghi từ văn bản">
            <DocumentResults results={document.results} canExport={canExport} />
          </Panel>
        )}
        <Panel title="Phần đầu và thể thức" meta="ghi đúng như bản lưu">
          <HeaderFacts document={document} />
        </Panel>
        {document.factGroups.length === 0 ? null : (
          <Panel
            flush
            id="so-lieu"
            title="Số liệu trong văn bản"
            meta={
              <>
                {document.factCount} số liệu
                {inconsistencyCount === 0 ? null : (
                  <>
                    {" · "}
                    <Tag tone="soon">{inconsistencyCount} không khớp</Tag>
                  </>
                )}
              </>
            }
          >
            <FactTable groups={document.factGroups} />
          </Panel>
        )}
        {document.tasks.length === 0 ? null : (
          <Panel flush id="nhiem-vu" title="Nhiệm vụ giao" meta={document.tasks.length}>
            <DocumentTasks tasks={document.tasks} />
          </Panel>
        )}
        <DocumentPromises document={document} />
        {document.limitations.length + document.causes.length === 0 ? null : (
          <Panel title="Hạn chế và nguyên nhân" meta="tóm tắt">
            <div className="grid gap-6 desk:grid-cols-2">
              <Points title="Hạn chế" points={document.limitations} />
              <Points title="Nguyên nhân" points={document.causes} />
            </div>
          </Panel>
        )}
      </div>
    </>
  );
}
