"use client";

import { FailedState } from "@/components/shell/failed-state";

export default function RootError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return <FailedState digest={error.digest} retry={reset} />;
}
