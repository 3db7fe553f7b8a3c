"use server";

import { defineAction } from "@/lib/server/action";
import {
  approveSubmissionCommand,
  reopenSubmissionCommand,
  returnSubmissionCommand,
  verifySubmissionCommand,
} from "./decide-commands";
import { sendSubmissionCommand } from "./send-command";

export const sendSubmission = defineAction(sendSubmissionCommand);
export const returnSubmission = defineAction(returnSubmissionCommand);
export const verifySubmission = defineAction(verifySubmissionCommand);
export const approveSubmission = defineAction(approveSubmissionCommand);
export const reopenSubmission = defineAction(reopenSubmissionCommand);
