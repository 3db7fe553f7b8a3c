import { printRuns } from "@/lib/reports/document/runs";
import type { DocumentTree } from "@/lib/reports/document/types";
import type { LayoutProfile } from "@/lib/reports/layout/schema";
import { styleText } from "./document-style";
import { RunText } from "./run-text";

/** Letterhead and title of the preview. */
export function DocumentHeader({ tree, profile }: { tree: DocumentTree; profile: LayoutProfile }) {
  const { header, titleBlock } = tree;
  return (
    <>
      <div className="grid grid-cols-[45.5%_54.5%] text-center leading-[1.25] max-desk:grid-cols-1 max-desk:gap-3">
        <div>
          {header.parent?.map((line) => (
            <p key={printRuns(line)} style={styleText(profile.parent)}>
              <RunText runs={line} />
            </p>
          ))}
          {header.issuer.map((line) => (
            <p key={printRuns(line)} style={styleText(profile.issuer)}>
              <RunText runs={line} />
            </p>
          ))}
          <p style={styleText({ size: profile.issuer.size })}>
            {profile.issuerMark === "asterisk" ? (
              "*"
            ) : (
              <span className="inline-block w-1/3 border-t border-ink" />
            )}
          </p>
          <p className="whitespace-pre-wrap" style={styleText(profile.number)}>
            <RunText runs={header.number} />
          </p>
          {header.marks.map((mark) => (
            <p key={mark} style={styleText(profile.draftMark)}>
              {mark}
            </p>
          ))}
        </div>
        <div className="max-desk:order-first">
          {profile.nationalTitle.map((line) => (
            <p key={line.text} style={styleText(line)}>
              <span
                className={`whitespace-nowrap ${line.rule === "text" ? "border-b border-ink pb-0.5" : ""}`}
              >
                {line.text}
              </span>
            </p>
          ))}
          <p className="mt-2" style={styleText(profile.placeDate)}>
            <RunText runs={header.placeDate} />
          </p>
        </div>
      </div>
      <div className="mx-auto mt-6 mb-4 max-w-[90%] text-center leading-[1.25]">
        <p style={styleText(profile.typeName)}>{titleBlock.typeName}</p>
        <p style={styleText(profile.subject)}>
          <RunText runs={titleBlock.headline} />
        </p>
        <p style={styleText(profile.subject)}>
          <RunText runs={titleBlock.subject} />
        </p>
        <p>{profile.subject.underMark}</p>
      </div>
    </>
  );
}
