"use client";

import { useState } from "react";
import { cutWording } from "@/lib/entry/texts";
import { TEXT_BUTTON } from "./entry-style";

/** Long wording cut at a word, with "xem đủ" to unfold it. */
export function CutText({ id, text, longest }: { id: string; text: string; longest?: number }) {
  const [isOpen, setOpen] = useState(false);
  const short = cutWording(text, longest);
  if (short === null) return <span id={id}>{text}</span>;
  return (
    <>
      <span id={id}>{isOpen ? text : `${short}…`}</span>{" "}
      <button
        type="button"
        className={TEXT_BUTTON}
        aria-expanded={isOpen}
        aria-describedby={id}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? "thu gọn" : "xem đủ"}
      </button>
    </>
  );
}
