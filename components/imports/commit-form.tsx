"use client";

import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { commitImport, commitManyImport } from "@/lib/imports/actions";
import { useImportAction } from "./use-import-action";

interface CommitFormProps {
  id: string;
  unit: string;
  isMany: boolean;
  /** Versions the preview shows; see commitImportSchema. */
  seen: Record<string, Record<string, number>>;
  label: string;
  /** What opens the button; null when it is open. */
  hint: string | null;
}

/** The one button that writes. All cells or none; a double click writes once. */
export function CommitForm({ id, unit, isMany, seen, label, hint }: CommitFormProps) {
  const hintId = useId();
  const { run, isBusy, failure } = useImportAction();
  return (
    <div>
      {failure ? (
        <div className="mb-3">
          <Notice tone="error">{failure}</Notice>
        </div>
      ) : null}
      <Button
        variant="primary"
        disabled={hint !== null || isBusy}
        aria-describedby={hint ? hintId : undefined}
        onClick={() => run(() => (isMany ? commitManyImport : commitImport)({ id, unit, seen }))}
      >
        {isBusy ? "Đang ghi…" : label}
      </Button>
      {hint ? (
        <p id={hintId} className="mt-2 text-14 text-ink-3">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
