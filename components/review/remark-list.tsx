import type { Remark } from "@/lib/reviews/types";

/** What was said of the criterion and done with the sheet, newest first. */
export function RemarkList({ remarks, round }: { remarks: readonly Remark[]; round: number }) {
  if (remarks.length === 0) return <p className="text-14 text-ink-2">Chưa có ý kiến nào.</p>;
  return (
    <ol className="grid gap-2.5">
      {remarks.map((remark) => (
        <li key={remark.key} className="text-14">
          <p className="font-num text-13 text-ink-2">
            {remark.when}
            {remark.round < round ? `, lần gửi ${remark.round}` : ""}
          </p>
          <p>
            {remark.who}{" "}
            <b className="font-semibold">
              {remark.did}
              {remark.about ? ` ${remark.about}` : ""}
            </b>
            {remark.text ? ":" : "."}
          </p>
          {remark.text ? (
            <p className="border-l-3 border-line-2 pl-2.5 whitespace-pre-line">{remark.text}</p>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
