import { printRuns } from "@/lib/reports/document/runs";
import type { DocumentTree } from "@/lib/reports/document/types";
import type { LayoutProfile } from "@/lib/reports/layout/schema";
import { styleText } from "./document-style";
import { RunText } from "./run-text";

/** Recipients and signature of the preview. */
export function DocumentSignature({ tree, profile }: { tree: DocumentTree; profile: LayoutProfile }) {
  const { recipients: look } = profile;
  const last = tree.recipients.length - 1;
  return (
    <div className="mt-4 grid grid-cols-2 leading-[1.25] max-desk:grid-cols-1 max-desk:gap-5">
      <div className="max-desk:order-last">
        <p
          className={look.labelUnderline ? "underline" : ""}
          style={styleText({ size: look.labelSize, bold: look.labelBold, italic: look.labelItalic })}
        >
          {look.label}
        </p>
        <ul style={styleText({ size: look.size })}>
          {tree.recipients.map((runs, index) => (
            <li key={printRuns(runs)}>
              {look.bullet}
              <RunText runs={runs} />
              {index === last ? look.lastEnd : look.itemEnd}
            </li>
          ))}
        </ul>
      </div>
      <div className="text-center">
        {tree.signature.authorityLines.map((line) => (
          <p key={line} style={styleText(profile.authority)}>
            {line}
          </p>
        ))}
        <p style={styleText(profile.position)}>{tree.signature.position}</p>
        <p className="mt-20" style={styleText(profile.signerName)}>
          <RunText runs={tree.signature.name} />
        </p>
      </div>
    </div>
  );
}
