"use server";

import { defineAction } from "@/lib/server/action";
import { answerCriterionCommand, decideCriterionCommand } from "./commands";

export const decideCriterion = defineAction(decideCriterionCommand);
export const answerCriterion = defineAction(answerCriterionCommand);
