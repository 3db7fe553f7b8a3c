"use client";

import { useRef, useState } from "react";
import type { ContextBarModel, ContextMenu } from "@/lib/context/types";
import { useMenuClosing } from "./use-menu-closing";

/**
 * Unit, criteria set and period in view, always on top. Every choice is a plain link inside a <details>, so
 * that it works without scripts; on a phone the three become one line that opens one panel, filled when opened.
 * A client component only so that the page carries the small model instead of every menu a second and third time.
 */
export function ContextBar({ model }: { model: ContextBarModel }) {
  const bar = useRef<HTMLElement>(null);
  const [isPhoneOpened, setPhoneOpened] = useState(false);
  useMenuClosing(bar);
  const menus = [
    { key: "unit", menu: model.unit },
    { key: "set", menu: model.set },
    { key: "period", menu: model.period },
  ];
  return (
    <nav
      ref={bar}
      aria-label="Ngữ cảnh đang xem"
      className="sticky top-0 z-20 border-b border-line-2 bg-surface print:static print:border-0"
    >
      <div className="flex h-14 items-stretch pl-6 max-desk:hidden print:h-auto print:gap-6 print:pl-0">
        {menus.map(({ key, menu }) => (
          <DeskMenu key={key} menu={menu} />
        ))}
      </div>
      <details
        name="context-phone"
        className="desk:hidden print:hidden"
        onToggle={(event) => setPhoneOpened((was) => was || event.currentTarget.open)}
      >
        <summary className="flex h-13 items-center justify-center px-4 hover:bg-sunken">
          <span className="sr-only">Đổi đơn vị, bộ tiêu chí, kỳ. Đang xem: </span>
          <span className="truncate font-num text-15 font-semibold">
            {model.unit.label} · {model.set.label}
          </span>
          <span className="font-num text-15 font-semibold whitespace-pre"> · {model.period.label}</span>
          <span aria-hidden="true" className="menu-arrow" />
        </summary>
        <div className="absolute inset-x-0 top-full max-h-[75vh] overflow-y-auto border-y border-line-2 bg-surface px-4 pb-4">
          {isPhoneOpened
            ? menus.map(({ key, menu }) => (
                <section key={key} aria-label={menu.title} className="pt-3">
                  <h2 className="text-13 font-normal text-ink-3">{menu.title}</h2>
                  <MenuOptions menu={menu} />
                </section>
              ))
            : null}
        </div>
      </details>
    </nav>
  );
}

function MenuFace({ menu }: { menu: ContextMenu }) {
  return (
    <span className="flex flex-col justify-center leading-[1.25]">
      <span className="text-13 text-ink-3">{menu.title}</span>
      <span
        className={`flex items-center font-num text-15 font-semibold ${
          menu.options.length > 1 ? "menu-arrow print:after:hidden" : ""
        }`}
      >
        <span className="max-w-[40ch] truncate">{menu.label}</span>
      </span>
    </span>
  );
}

function DeskMenu({ menu }: { menu: ContextMenu }) {
  // One choice is no choice: plain text instead of a dead control.
  if (menu.options.length <= 1) {
    return (
      <div className="flex border-r border-line px-4 first:pl-0 last:border-r-0">
        <MenuFace menu={menu} />
      </div>
    );
  }
  return (
    <details name="context" className="group relative flex border-r border-line">
      <summary className="flex h-full px-4 transition-colors group-first:pl-0 hover:bg-sunken">
        <MenuFace menu={menu} />
      </summary>
      <div className="absolute top-full left-0 max-h-[min(70vh,32rem)] min-w-full overflow-y-auto rounded-b-control border border-line-2 bg-surface py-1.5 whitespace-nowrap">
        <MenuOptions menu={menu} />
      </div>
    </details>
  );
}

function MenuOptions({ menu }: { menu: ContextMenu }) {
  return (
    <ul>
      {menu.options.map((option) => (
        <li key={option.value}>
          <a href={option.href} aria-current={option.current ? "true" : undefined} className="menu-option">
            {option.label}
            {option.hint ? <small>{option.hint}</small> : null}
          </a>
        </li>
      ))}
      {menu.isCut ? (
        <li className="px-4 py-2 text-13 whitespace-normal text-ink-3">
          Danh sách dài, chỉ hiện phần đầu. Mở Tổng quan để chọn đơn vị khác.
        </li>
      ) : null}
    </ul>
  );
}
