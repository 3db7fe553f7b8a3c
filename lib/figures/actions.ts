"use server";

import { defineAction } from "@/lib/server/action";
import { saveFigureCommand } from "./commands";

export const saveFigure = defineAction(saveFigureCommand);
