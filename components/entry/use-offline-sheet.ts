"use client";

import { useEffect } from "react";
import { keepSheetPage } from "@/lib/offline/register";

/** Lets this sheet open without a line from now on; in the built application only. */
export function useOfflineSheet(userId: number, isBuilt: boolean): void {
  useEffect(() => {
    if (isBuilt) void keepSheetPage(userId);
  }, [userId, isBuilt]);
}
