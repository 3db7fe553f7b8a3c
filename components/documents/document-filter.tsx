import Link from "next/link";
import { FilterBar } from "@/components/ui/filter-bar";
import { SelectField } from "@/components/ui/select-field";
import { DOCUMENT_TYPE_WORDS } from "@/lib/documents/constants";
import type { DocumentList, DocumentFilter as Filter } from "@/lib/documents/types";

/** Filters by type and year, kept in the address. */
export function DocumentFilter({ filter, list }: { filter: Filter; list: DocumentList }) {
  const isFiltered = filter.type !== null || filter.year !== null;
  return (
    <FilterBar action="/documents" after={isFiltered ? <Link href="/documents">Bỏ mọi lọc</Link> : undefined}>
      <SelectField
        id="type"
        label="Loại văn bản"
        defaultValue={filter.type ?? ""}
        emptyLabel="Mọi loại"
        options={list.types.map((type) => ({ value: type, label: DOCUMENT_TYPE_WORDS[type] }))}
      />
      <SelectField
        id="year"
        label="Năm"
        defaultValue={filter.year === null ? "" : String(filter.year)}
        emptyLabel="Mọi năm"
        options={list.years.map((year) => ({ value: String(year), label: String(year) }))}
      />
    </FilterBar>
  );
}
