"use server";

import { defineAction } from "@/lib/server/action";
import { endExemptionCommand, grantExemptionCommand } from "./commands";

export const grantExemption = defineAction(grantExemptionCommand);
export const endExemption = defineAction(endExemptionCommand);
