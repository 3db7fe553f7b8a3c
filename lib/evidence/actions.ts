"use server";

import { defineAction } from "@/lib/server/action";
import { addEvidenceReferenceCommand, removeEvidenceCommand } from "./commands";

export const addEvidenceReference = defineAction(addEvidenceReferenceCommand);
export const removeEvidence = defineAction(removeEvidenceCommand);
