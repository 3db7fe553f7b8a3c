"use client";

import { Fragment } from "react";
import type { GapList } from "@/lib/gaps/types";
import { GapRow } from "./gap-row";
import styles from "./gap-table.module.css";
import { GAP_TABLE_ID } from "./gap-table-id";

const COLUMNS = 11;

interface GapTableProps {
  list: GapList;
  query: string;
  today: string;
  /** "So quý III". */
  changeTitle: string;
}

/** A client component only so that the page carries a hundred small models instead of a hundred rows twice. */
export function GapTable({ list, query, today, changeTitle }: GapTableProps) {
  return (
    <table id={GAP_TABLE_ID} className={styles.gaps}>
      <caption className="sr-only">Khoảng cách đến mức đạt, mỗi hàng một chỉ tiêu hoặc tiêu chí</caption>
      <colgroup>
        <col style={{ width: "2.8rem" }} />
        <col style={{ width: "6.7rem" }} />
        <col />
        <col style={{ width: "4.9rem" }} />
        <col style={{ width: "4.3rem" }} />
        <col style={{ width: "7.2rem" }} />
        <col style={{ width: "6.2rem" }} />
        <col style={{ width: "4rem" }} />
        <col style={{ width: "11.5rem" }} />
        <col style={{ width: "6.9rem" }} />
        <col style={{ width: "4.6rem" }} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col" data-n="">
            TT
          </th>
          <th scope="col">Đơn vị</th>
          <th scope="col">Chỉ tiêu</th>
          <th scope="col">Đơn vị tính</th>
          <th scope="col" data-n="">
            Hiện tại
          </th>
          <th scope="col" data-n="">
            Mức
          </th>
          <th scope="col" data-n="">
            Còn thiếu
          </th>
          <th scope="col" data-n="">
            {changeTitle}
          </th>
          <th scope="col">Nhiệm vụ, chủ trì</th>
          <th scope="col">Hạn</th>
          <th scope="col">Kết luận</th>
        </tr>
      </thead>
      <tbody>
        {list.sections.map((section) => (
          <Fragment key={section.key}>
            <tr>
              <th scope="rowgroup" colSpan={COLUMNS}>
                {section.title} <span className="ml-1.5 font-medium text-ink-3">{section.count}</span>
              </th>
            </tr>
            {section.items.map((item) => (
              <GapRow key={item.key} item={item} query={query} today={today} changeTitle={changeTitle} />
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
