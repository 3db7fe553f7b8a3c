"use server";

import { defineAction } from "@/lib/server/action";
import { saveFigureCommand, saveFiguresCommand } from "./commands";

export const saveFigure = defineAction(saveFigureCommand);
export const saveFigures = defineAction(saveFiguresCommand);
