"use server";

import { defineAction } from "@/lib/server/action";
import { makeAnswerCommand, makeCommitCommand, mapColumnsCommand } from "./commands";

export const mapColumns = defineAction(mapColumnsCommand);
export const answerImport = defineAction(makeAnswerCommand("figure.enter"));
export const answerManyImport = defineAction(makeAnswerCommand("figure.import-many"));
export const commitImport = defineAction(makeCommitCommand("figure.enter"));
export const commitManyImport = defineAction(makeCommitCommand("figure.import-many"));
