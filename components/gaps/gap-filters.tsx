import { FilterBar } from "@/components/ui/filter-bar";
import { SelectField } from "@/components/ui/select-field";
import type { ContextOption } from "@/lib/context/types";
import type { GapFilter } from "@/lib/gaps/schema";
import type { GapList } from "@/lib/gaps/types";

const STATUS_OPTIONS = [
  { value: "unmet", label: "Chưa đạt" },
  { value: "regressed", label: "Suy giảm" },
  { value: "missing", label: "Chưa có số liệu" },
  { value: "undefined", label: "Chưa có mức" },
];

const GROUP_OPTIONS = [
  { value: "action", label: "Nhóm theo việc cần làm" },
  { value: "criterion", label: "Nhóm theo tiêu chí" },
  { value: "commune", label: "Nhóm theo đơn vị" },
];

interface GapFiltersProps {
  list: GapList;
  filter: GapFilter;
  units: readonly ContextOption[];
  context: { unit: string; set: string; period: string };
}

/** Whether the address narrows the list (grouping alone does not). */
export function hasFilters(filter: GapFilter): boolean {
  return (
    filter.criterion !== undefined ||
    filter.status !== undefined ||
    filter.overdue ||
    filter.body !== undefined
  );
}

export function GapFilters({ list, filter, units, context }: GapFiltersProps) {
  const clear = `/gaps?${new URLSearchParams(context)}`;
  return (
    <FilterBar
      action="/gaps"
      keep={{ set: context.set, period: context.period }}
      after={
        hasFilters(filter) ? (
          <a href={clear} className="self-center text-15">
            Bỏ lọc
          </a>
        ) : null
      }
    >
      <SelectField
        id="unit"
        label="Đơn vị"
        hideLabel
        defaultValue={context.unit}
        options={units.map(({ value, label }) => ({ value, label }))}
      />
      <SelectField
        id="criterion"
        label="Tiêu chí"
        hideLabel
        emptyLabel="Mọi tiêu chí"
        className="max-w-36"
        defaultValue={filter.criterion?.toString() ?? ""}
        options={list.criteria.map(({ number, title }) => ({
          value: number.toString(),
          label: `${number} ${title}`,
        }))}
      />
      <SelectField
        id="status"
        label="Kết quả"
        hideLabel
        emptyLabel="Mọi kết quả"
        defaultValue={filter.status ?? ""}
        options={STATUS_OPTIONS}
      />
      <SelectField
        id="body"
        label="Cơ quan chủ trì"
        hideLabel
        emptyLabel="Mọi cơ quan chủ trì"
        defaultValue={filter.body ?? ""}
        className="max-w-52"
        options={list.bodies.map((body) => ({ value: body, label: body }))}
      />
      <SelectField
        id="group"
        label="Cách nhóm"
        hideLabel
        className="max-w-64"
        defaultValue={filter.group}
        options={GROUP_OPTIONS}
      />
      <label className="flex min-h-10 items-center gap-2 text-15">
        <input
          type="checkbox"
          name="overdue"
          value="1"
          defaultChecked={filter.overdue}
          className="size-5 accent-accent"
        />
        Chỉ quá hạn
      </label>
    </FilterBar>
  );
}
