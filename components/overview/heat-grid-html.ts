import { VERDICT_WORDS } from "@/lib/criteria/words";
import { formatChange } from "@/lib/numbers/format";
import type { Overview, SheetFlag } from "@/lib/overview/types";
import type { DisplayState } from "@/lib/scoring/types";

/** One letter per state: hundreds of cells carry it. The letters are styled in heat-grid.module.css. */
const CELL_LETTER: Record<DisplayState, string> = {
  met: "m",
  near: "n",
  unmet: "u",
  regressed: "r",
  missing: "x",
  exempt: "e",
  "undefined-threshold": "d",
  unnamed: "k",
};

const FLAG_WORDS: Record<Exclude<SheetFlag, null>, string> = {
  "not-started": "chưa nhập",
  draft: "chưa gửi",
  returned: "bị trả lại",
  recorded: "ghi từ văn bản",
};

const STATE_OF_LETTER = new Map(
  Object.entries(CELL_LETTER).map(([state, letter]) => [letter, state as DisplayState]),
);

/** All that the grid is drawn from, small: it crosses to the browser once more than the text does. */
export interface HeatGridModel {
  criteria: { number: number; title: string; shortTitle: string }[];
  units: {
    code: string;
    label: string;
    flag: SheetFlag;
    met: number | null;
    total: number;
    change: number | null;
    /** One letter per criterion. */
    states: string;
    words: string;
  }[];
  metPerCriterion: (number | null)[];
  countedTotal: number;
  unitNoun: string;
  /** "set=…&period=…", already encoded. */
  query: string;
  /** Head of the change column: "so quý III". */
  changeTitle: string;
}

/** The grid's part of an overview. */
export function makeHeatGridModel(
  overview: Pick<Overview, "criteria" | "units" | "metPerCriterion" | "countedTotal" | "unitNoun">,
  query: string,
  changeTitle: string,
): HeatGridModel {
  return {
    criteria: overview.criteria.map(({ number, title, shortTitle }) => ({ number, title, shortTitle })),
    units: overview.units.map(({ code, label, flag, met, total, change, states, words }) => ({
      code,
      label,
      flag,
      met,
      total,
      change,
      states: states.map((state) => CELL_LETTER[state]).join(""),
      words,
    })),
    metPerCriterion: overview.metPerCriterion,
    countedTotal: overview.countedTotal,
    unitNoun: overview.unitNoun,
    query,
    changeTitle,
  };
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function printChange(change: number | null): string {
  if (change === null) return '<span data-k="z">–</span>';
  const look = change < 0 ? "down" : change === 0 ? "z" : "up";
  return `<span data-k="${look}">${formatChange(change)}</span>`;
}

function printFlag(flag: SheetFlag): string {
  if (flag === null) return "";
  return ` <small data-k="${flag === "recorded" ? "rec" : "wait"}">${FLAG_WORDS[flag]}</small>`;
}

/** Desk form: a real table, one link per cell with its word inside. */
export function renderHeatTable(model: HeatGridModel, tableId: string): string {
  const { criteria, units, countedTotal, query, changeTitle } = model;
  const noun = escapeHtml(model.unitNoun);
  const heads = criteria
    .map((head) => {
      const title = escapeHtml(head.shortTitle);
      return `<th scope="col" data-copy="${head.number} ${title}"><span>${title}</span><b>${head.number}</b></th>`;
    })
    .join("");
  const rows = units
    .map((unit) => {
      const address = `/communes/${encodeURIComponent(unit.code)}?${escapeHtml(query)}`;
      const cells = [...unit.states]
        .map((letter, i) => {
          const head = criteria[i];
          const word = VERDICT_WORDS[STATE_OF_LETTER.get(letter) ?? "missing"];
          const tip =
            letter === CELL_LETTER.met
              ? ""
              : ` title="${head?.number} ${escapeHtml(head?.title ?? "")}: ${word}"`;
          return `<td><a data-v="${letter}" href="${address}#c${head?.number}"${tip}><i>${word}</i></a></td>`;
        })
        .join("");
      const met = unit.met === null ? '<span data-k="z">–</span>' : String(unit.met);
      return `<tr><th scope="row"><a href="${address}">${escapeHtml(unit.label)}</a>${printFlag(unit.flag)}</th>${cells}<td data-k="s">${met}</td><td data-k="c">${printChange(unit.change)}</td></tr>`;
    })
    .join("");
  const sums = model.metPerCriterion.map((count) => `<td>${count ?? "–"}</td>`).join("");
  return (
    `<table id="${tableId}"><caption>Kết quả từng tiêu chí của từng ${noun}</caption><thead><tr>` +
    `<th scope="col" data-k="f">Đơn vị, xếp theo số tiêu chí đạt ↓</th>${heads}` +
    `<th scope="col" data-k="s">x/${countedTotal}</th><th scope="col" data-k="c">${escapeHtml(changeTitle)}</th>` +
    `</tr></thead><tbody>${rows}</tbody>` +
    `<tfoot><tr><th scope="row">Số ${noun} đạt</th>${sums}<td></td><td></td></tr></tfoot></table>`
  );
}

function printUnitLine(unit: HeatGridModel["units"][number], query: string): string {
  const met = unit.met === null ? '<span data-k="z">–</span>' : `<b>${unit.met}</b>/${unit.total}`;
  const strip = [...unit.states].map((letter) => `<i data-v="${letter}"></i>`).join("");
  return (
    `<li><div><a href="/communes/${encodeURIComponent(unit.code)}?${escapeHtml(query)}">${escapeHtml(unit.label)}</a>${printFlag(unit.flag)}` +
    `<span data-k="x">${met}</span><span data-k="g">${printChange(unit.change)}</span></div>` +
    `<div aria-hidden="true">${strip}</div><p>${escapeHtml(unit.words)}</p></li>`
  );
}

/** Phone form: one line per unit with its mini strip; what is not met stands below in words. */
export function renderHeatList({ units, query }: HeatGridModel): string {
  return `<ul>${units.map((unit) => printUnitLine(unit, query)).join("")}</ul>`;
}
