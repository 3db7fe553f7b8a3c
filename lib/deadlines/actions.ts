"use server";

import { defineAction } from "@/lib/server/action";
import { extendDeadlineCommand, setDeadlineCommand } from "./commands";

export const setDeadline = defineAction(setDeadlineCommand);
export const extendDeadline = defineAction(extendDeadlineCommand);
