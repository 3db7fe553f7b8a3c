import type { Block, TableBlock } from "@/lib/reports/document/types";
import { RunText } from "./run-text";

function DocumentTable({ block }: { block: TableBlock }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
    <section tabIndex={0} aria-label="Bảng trong phụ lục" className="my-3 overflow-x-auto">
      <table className="w-full min-w-160 border-collapse font-doc text-[calc(var(--doc-pt)*12)] leading-[1.25]">
        <thead>
          <tr>
            {block.columns.map((column) => (
              <th
                key={column.title}
                scope="col"
                className="border border-ink px-1.5 py-1 text-center font-bold"
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, rowIndex) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a drawn table is never reordered
            <tr key={rowIndex}>
              {block.columns.map((column, index) => (
                <td
                  key={column.title}
                  className={`border border-ink px-1.5 py-1 align-top ${column.align === "center" ? "text-center" : ""}`}
                >
                  <RunText runs={row[index] ?? []} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function DocumentBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case "heading":
      return (
        <h3 className="mb-1.5 indent-[10mm] text-[length:inherit] leading-[inherit] font-bold">
          <RunText runs={block.runs} />
        </h3>
      );
    case "paragraph":
      return (
        <p className="mb-1.5 text-justify indent-[10mm]">
          <RunText runs={block.runs} />
        </p>
      );
    case "numbered":
      return (
        <p className="mb-1.5 text-justify indent-[10mm]">
          {`(${block.ordinal}) `}
          <RunText runs={block.runs} />
        </p>
      );
    case "table":
      return <DocumentTable block={block} />;
    case "annex-title":
      return (
        <div className="mb-2 text-center leading-[1.25]">
          <p className="font-bold">{block.word}</p>
          <p className="font-bold">{block.title}</p>
          <p className="italic">
            <RunText runs={block.reference} />
          </p>
        </div>
      );
  }
}

/** Body of an official document on screen. */
export function DocumentBlocks({ blocks }: { blocks: readonly Block[] }) {
  return blocks.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a tree is drawn once, and two paragraphs may say the same
    <DocumentBlock key={index} block={block} />
  ));
}
