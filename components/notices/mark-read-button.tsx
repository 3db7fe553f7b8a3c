"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { markNoticesRead } from "@/lib/notices/actions";

interface MarkReadButtonProps {
  ids: number[] | "all";
  label: string;
  /** The notice it is about, for screen readers. */
  about?: string;
}

/** Marks notices as read and re-reads the page. */
export function MarkReadButton({ ids, label, about }: MarkReadButtonProps) {
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);

  async function mark() {
    setBusy(true);
    const result = await markNoticesRead({ ids }).catch(() => null);
    setBusy(false);
    if (result?.ok) router.refresh();
  }

  return (
    <Button size="sm" onClick={mark} disabled={isBusy}>
      {label}
      {about ? <span className="sr-only">: {about}</span> : null}
    </Button>
  );
}
