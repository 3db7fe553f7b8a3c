import { ErrorSummary } from "@/components/ui/error-summary";
import { IllustrativeBadge } from "@/components/ui/illustrative-badge";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import { hasMoves } from "@/lib/imports/plan";
import type { ImportPreview } from "@/lib/imports/view-types";
import { formatPeriod } from "@/lib/numbers/periods";
import { CommitForm } from "./commit-form";
import { DonePanel } from "./done-panel";
import { ImportSteps } from "./import-steps";
import { MappingPanel } from "./mapping-panel";
import { namePreviewRow } from "./preview-table";
import { QuestionForm } from "./question-form";
import { sayResult, UnitPreviewPanel } from "./unit-preview-panel";
import { UploadForm } from "./upload-form";

/** Errors listed at the top; the rows show the rest. */
const LISTED_AT_MOST = 30;

function sayHint({ counts, stops }: ImportPreview): string | null {
  if (stops.length > 0) return `Chưa ghi được: ${stops[0]}`;
  if (counts.error > 0)
    return `Nút mở khi tệp không còn ô sai. Sửa ${counts.error} ô trong tệp rồi chọn lại tệp.`;
  if (counts.question > 0) return `Nút mở khi đã chọn cách hiểu cho ${counts.question} ô.`;
  return counts.change === 0 ? "Tệp không có ô nào khác với số đang có." : null;
}

function listSeen({ units }: ImportPreview) {
  return Object.fromEntries(
    units.map(({ unitCode, items }) => [
      unitCode,
      Object.fromEntries(
        items
          .filter((item) => item.state === "change")
          .map((item) => [String(item.indicatorId), item.version]),
      ),
    ]),
  );
}

function listErrors({ units, counts }: ImportPreview) {
  const items = units.flatMap(({ unitCode, items: cells }) =>
    cells
      .filter((cell) => cell.state === "error")
      .flatMap((cell) =>
        cell.messages.map((text) => ({ href: `#${namePreviewRow(unitCode, cell.indicatorId)}`, text })),
      ),
  );
  const title = `${counts.error} ô không nhận. Chưa ghi gì; sửa trong tệp rồi chọn lại tệp`;
  return { title, items: items.slice(0, LISTED_AT_MOST) };
}

function listQuestions({ units }: ImportPreview) {
  return units.flatMap(({ items }) =>
    items.flatMap(({ question, code, title }) => (question ? [{ question, code, title }] : [])),
  );
}

interface PreviewScreenProps {
  preview: ImportPreview;
  /** Query of unit, set and period. */
  query: string;
  isIllustrative: boolean;
}

/** Steps 3 and 4: look at every cell, answer what is unclear, write. */
export function PreviewScreen({ preview, query, isIllustrative }: PreviewScreenProps) {
  const { kind, counts, units, outcome } = preview;
  const isMany = kind === "many";
  const errors = listErrors(preview);
  const questions = listQuestions(preview);
  const moving = isMany
    ? units.filter((unit) => unit.stop !== null || hasMoves({ items: unit.items, problems: [] }))
    : units;
  const [first] = units;
  return (
    <>
      <PageHead
        title={outcome ? "Đã nhập từ Excel" : "Xem trước tệp Excel"}
        badge={isIllustrative ? <IllustrativeBadge /> : null}
        lead={`${preview.fileName} → ${preview.unitLabel} · ${preview.setTitle} · ${formatPeriod(preview.period)}`}
        actions={<a href={`/import?${query}`}>Chọn tệp khác</a>}
      />
      <ImportSteps current={outcome ? 4 : 3} />
      {outcome ? (
        <DonePanel preview={preview} />
      ) : (
        <div className="flex flex-col gap-4 desk:gap-6">
          {errors.items.length > 0 ? (
            <div className="max-desk:mx-4">
              <ErrorSummary title={errors.title} items={errors.items} />
            </div>
          ) : null}
          {preview.mapping ? (
            <MappingPanel
              id={preview.id}
              unit={preview.unitCode}
              view={preview.mapping}
              isOpen={preview.needsMapping || !preview.mapping.isChosen}
            />
          ) : null}
          {questions.length > 0 ? (
            <Panel title="Số hiểu được hai cách">
              <QuestionForm id={preview.id} unit={preview.unitCode} isMany={isMany} questions={questions} />
            </Panel>
          ) : null}
          {preview.needsMapping ? null : (
            <Panel title="4. Ghi vào phiếu" meta={!isMany && first ? sayResult(first) : null}>
              <CommitForm
                id={preview.id}
                unit={preview.unitCode}
                isMany={isMany}
                seen={listSeen(preview)}
                label={`Ghi ${counts.change} ô vào ${isMany ? `phiếu của ${moving.length} đơn vị` : "phiếu"}`}
                hint={sayHint(preview)}
              />
            </Panel>
          )}
          {moving.map((unit) => (
            <UnitPreviewPanel key={unit.unitCode} preview={unit} isFolded={isMany} />
          ))}
          {units.length > moving.length ? (
            <p className="text-ink-2 max-desk:px-4">
              {units.length - moving.length} đơn vị khác trong tệp không có ô nào thay đổi.
            </p>
          ) : null}
          <Panel title="Chọn lại tệp">
            <UploadForm query={query} variant="secondary" />
          </Panel>
        </div>
      )}
    </>
  );
}
