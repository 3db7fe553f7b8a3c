"use server";

import { defineAction } from "@/lib/server/action";
import { markNoticesReadCommand } from "./commands";

export const markNoticesRead = defineAction(markNoticesReadCommand);
