"use server";

import { defineAction } from "@/lib/server/action";
import { assignCriterionCommand, endAssignmentCommand } from "./commands";

export const assignCriterion = defineAction(assignCriterionCommand);
export const endAssignment = defineAction(endAssignmentCommand);
