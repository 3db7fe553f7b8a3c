import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { SelectField } from "@/components/ui/select-field";
import type { ColumnMappingView } from "@/lib/imports/view-types";
import { MappingForm } from "./mapping-form";

interface MappingPanelProps {
  id: string;
  unit: string;
  view: ColumnMappingView;
  isOpen: boolean;
}

/** The question which column says what; folded once it is answered. */
export function MappingPanel({ id, unit, view, isOpen }: MappingPanelProps) {
  return (
    <Panel
      title={isOpen ? "Cột nào là số liệu?" : "Cách đọc các cột"}
      meta={isOpen ? "Hỏi một lần, nhớ cho các tệp cùng dòng tiêu đề" : "Như lần trước anh/chị chọn"}
    >
      <details open={isOpen}>
        <summary className="cursor-pointer font-semibold text-accent underline underline-offset-3">
          {isOpen ? "Đề xuất theo tiêu đề và nội dung; sửa nếu chưa đúng" : "Xem hoặc chọn lại cột"}
        </summary>
        <div className="mt-4 flex flex-col gap-4">
          {view.sheets.length > 1 ? (
            <form method="get" className="flex flex-wrap items-end gap-3">
              <div className="min-w-60">
                <SelectField
                  key={view.sheet}
                  id="sheet"
                  label="Trang tính"
                  options={view.sheets.map((name) => ({ value: name, label: name }))}
                  defaultValue={view.sheet}
                />
              </div>
              <Button type="submit">Đổi trang</Button>
            </form>
          ) : null}
          <MappingForm id={id} unit={unit} view={view} />
        </div>
      </details>
    </Panel>
  );
}
