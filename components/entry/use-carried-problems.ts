"use client";

import { useState } from "react";
import { readCarried } from "@/lib/entry/carry-over";

/** How many cells of a sheet were typed but not saved when the entry page was left; read once, on arrival. */
export function useCarriedProblems(name: string): number {
  const [count] = useState(() => Object.keys(readCarried(name)).length);
  return count;
}
