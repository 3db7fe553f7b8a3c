import { Tag } from "@/components/ui/tag";
import { SLOT_ORIGIN_WORDS, type SlotSection } from "@/lib/reports/conclusion-notice/list-slots";

/** What a notice is filled from, slot by slot, with its source beside it. */
export function SlotList({ sections }: { sections: readonly SlotSection[] }) {
  return sections.map((section) => (
    <section key={section.title} className="mt-6">
      <header className="flex items-baseline justify-between gap-3 border-b border-line-strong pb-1.5">
        <h2 className="text-16 font-semibold">{section.title}</h2>
        <span className="font-num text-13 text-ink-3">
          {section.missingCount === 0 ? "đủ" : `${section.missingCount} thiếu`}
        </span>
      </header>
      <dl>
        {section.slots.map((slot) => (
          <div
            key={slot.label}
            className="grid grid-cols-[1fr_auto] items-center gap-x-3 border-b border-line py-2"
          >
            <dt className="text-13 text-ink-3">{slot.label}</dt>
            <dd className="col-start-1 font-num text-15 break-words">{slot.value}</dd>
            <dd className="col-start-2 row-span-2 row-start-1">
              <Tag tone={slot.origin === "missing" ? "soon" : "neutral"}>
                {SLOT_ORIGIN_WORDS[slot.origin]}
              </Tag>
            </dd>
          </div>
        ))}
      </dl>
      {section.check === null ? null : (
        <p className="pt-2 font-num text-14 font-semibold text-ink">{section.check}</p>
      )}
    </section>
  ));
}
