-- Generated from schema.prisma. Guards that Prisma cannot express follow in the next migration.
BEGIN;

-- CreateEnum
CREATE TYPE "UnitLevel" AS ENUM ('province', 'district', 'commune', 'village');

-- CreateEnum
CREATE TYPE "UnitBasis" AS ENUM ('stated', 'implied', 'inferred', 'illustrative');

-- CreateEnum
CREATE TYPE "DataProvenance" AS ENUM ('sourced', 'recalled', 'unknown', 'illustrative');

-- CreateEnum
CREATE TYPE "CriterionRule" AS ENUM ('all', 'k_of_n', 'points');

-- CreateEnum
CREATE TYPE "IndicatorKind" AS ENUM ('percent', 'number', 'count', 'boolean', 'grade', 'level');

-- CreateEnum
CREATE TYPE "Direction" AS ENUM ('gte', 'lte', 'gt', 'lt', 'eq', 'range', 'n_of_m', 'pass', 'grade', 'level');

-- CreateEnum
CREATE TYPE "StratumKind" AS ENUM ('region', 'commune_group', 'commune_type');

-- CreateEnum
CREATE TYPE "RecognitionStatus" AS ENUM ('none', 'registered', 'recognised', 'revoked');

-- CreateEnum
CREATE TYPE "VillageStatus" AS ENUM ('met', 'maintained', 'target');

-- CreateEnum
CREATE TYPE "SubmissionStatus" AS ENUM ('draft', 'submitted', 'returned', 'verified', 'approved');

-- CreateEnum
CREATE TYPE "AssessmentProvenance" AS ENUM ('self_assessed', 'verified', 'recognised');

-- CreateEnum
CREATE TYPE "VerdictBasis" AS ENUM ('scored', 'recorded');

-- CreateEnum
CREATE TYPE "Verdict" AS ENUM ('met', 'unmet', 'missing', 'exempt', 'undefined-threshold');

-- CreateEnum
CREATE TYPE "DocumentType" AS ENUM ('resolution', 'conclusion_notice', 'directive', 'plan', 'report');

-- CreateEnum
CREATE TYPE "DocumentRegime" AS ENUM ('party', 'state');

-- CreateEnum
CREATE TYPE "FactKind" AS ENUM ('actual', 'target', 'assessment', 'project');

-- CreateEnum
CREATE TYPE "TaskStatus" AS ENUM ('open', 'in_progress', 'done', 'cancelled');

-- CreateEnum
CREATE TYPE "TaskBodyRole" AS ENUM ('responsible', 'coordinating', 'accountable');

-- CreateEnum
CREATE TYPE "UserRole" AS ENUM ('commune_editor', 'commune_leader', 'department_verifier', 'committee_reviewer', 'programme_admin', 'viewer');

-- CreateTable
CREATE TABLE "AdministrativeUnit" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "level" "UnitLevel" NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "searchName" TEXT NOT NULL,
    "parentId" INTEGER,
    "sortOrder" INTEGER NOT NULL DEFAULT 0,
    "validFrom" DATE,
    "validTo" DATE,
    "basis" "UnitBasis" NOT NULL DEFAULT 'stated',
    "basisNote" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AdministrativeUnit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UnitSuccession" (
    "id" SERIAL NOT NULL,
    "predecessorId" INTEGER NOT NULL,
    "successorId" INTEGER NOT NULL,
    "effectiveOn" DATE NOT NULL,
    "documentText" TEXT,

    CONSTRAINT "UnitSuccession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CriteriaSet" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "shortTitle" TEXT NOT NULL,
    "level" "UnitLevel" NOT NULL,
    "ownerUnitId" INTEGER,
    "periodFrom" INTEGER NOT NULL,
    "periodTo" INTEGER,
    "legalBasis" TEXT[],
    "citation" TEXT NOT NULL,
    "isComplete" BOOLEAN NOT NULL DEFAULT true,
    "incompleteNote" TEXT,
    "expectedCriteriaCount" INTEGER,
    "expectedIndicatorCount" INTEGER,
    "isIllustrative" BOOLEAN NOT NULL DEFAULT false,
    "generalRules" JSONB NOT NULL DEFAULT '[]',
    "sourceUrls" TEXT[],
    "checksum" TEXT NOT NULL,
    "loadedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CriteriaSet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Stratum" (
    "id" SERIAL NOT NULL,
    "setId" INTEGER NOT NULL,
    "kind" "StratumKind" NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "provenance" "DataProvenance" NOT NULL DEFAULT 'recalled',
    "note" TEXT,

    CONSTRAINT "Stratum_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Criterion" (
    "id" SERIAL NOT NULL,
    "setId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "shortTitle" TEXT NOT NULL,
    "groupTitle" TEXT,
    "rule" "CriterionRule" NOT NULL DEFAULT 'all',
    "ruleParameter" DECIMAL(12,4),
    "isCounted" BOOLEAN NOT NULL DEFAULT true,
    "titleProvenance" "DataProvenance" NOT NULL DEFAULT 'recalled',
    "note" TEXT,

    CONSTRAINT "Criterion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Indicator" (
    "id" SERIAL NOT NULL,
    "criterionId" INTEGER NOT NULL,
    "parentId" INTEGER,
    "code" TEXT NOT NULL,
    "sortOrder" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "kind" "IndicatorKind" NOT NULL,
    "direction" "Direction" NOT NULL,
    "decimals" INTEGER NOT NULL DEFAULT 0,
    "minValue" DECIMAL(24,6),
    "maxValue" DECIMAL(24,6),
    "gradeScale" TEXT[],
    "hasRatio" BOOLEAN NOT NULL DEFAULT false,
    "numeratorLabel" TEXT,
    "denominatorLabel" TEXT,
    "points" DECIMAL(12,4),
    "delegatedToProvince" BOOLEAN NOT NULL DEFAULT false,
    "wordingProvenance" "DataProvenance" NOT NULL,
    "confidence" DECIMAL(3,2),
    "note" TEXT,
    "sources" TEXT[],
    "extra" JSONB,

    CONSTRAINT "Indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Threshold" (
    "id" SERIAL NOT NULL,
    "indicatorId" INTEGER NOT NULL,
    "provinceId" INTEGER,
    "stratumId" INTEGER,
    "communeTypeId" INTEGER,
    "year" INTEGER,
    "value" DECIMAL(24,6),
    "valueMax" DECIMAL(24,6),
    "outOf" INTEGER,
    "gradeValue" TEXT,
    "provenance" "DataProvenance" NOT NULL,
    "confidence" DECIMAL(3,2),
    "source" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "Threshold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Enrolment" (
    "id" SERIAL NOT NULL,
    "unitId" INTEGER NOT NULL,
    "setId" INTEGER NOT NULL,
    "registeredYear" INTEGER,
    "stratumId" INTEGER,
    "communeTypeId" INTEGER,
    "recognition" "RecognitionStatus" NOT NULL DEFAULT 'none',
    "recognisedOn" DATE,
    "recognitionText" TEXT,
    "stratumNote" TEXT,
    "isIllustrative" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Enrolment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Target" (
    "id" SERIAL NOT NULL,
    "unitId" INTEGER NOT NULL,
    "scopeUnitId" INTEGER,
    "setId" INTEGER,
    "criterionId" INTEGER,
    "indicatorId" INTEGER,
    "documentId" INTEGER,
    "factKey" TEXT,
    "label" TEXT NOT NULL,
    "year" INTEGER,
    "quarter" INTEGER,
    "periodText" TEXT,
    "direction" "Direction" NOT NULL,
    "value" DECIMAL(24,6),
    "valueMax" DECIMAL(24,6),
    "outOf" INTEGER,
    "gradeValue" TEXT,
    "unitOfMeasure" TEXT NOT NULL,
    "printed" TEXT NOT NULL,
    "dueOn" DATE,
    "note" TEXT,
    "isIllustrative" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Milestone" (
    "id" SERIAL NOT NULL,
    "unitId" INTEGER NOT NULL,
    "setId" INTEGER NOT NULL,
    "criterionId" INTEGER,
    "documentId" INTEGER,
    "title" TEXT NOT NULL,
    "targetMet" INTEGER,
    "duePeriod" VARCHAR(7) NOT NULL,
    "dueOn" DATE NOT NULL,
    "dueText" TEXT NOT NULL,
    "isIllustrative" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VillageProgress" (
    "id" SERIAL NOT NULL,
    "communeId" INTEGER NOT NULL,
    "villageId" INTEGER,
    "setId" INTEGER,
    "documentId" INTEGER,
    "standard" TEXT NOT NULL,
    "status" "VillageStatus" NOT NULL,
    "countMet" INTEGER,
    "countTotal" INTEGER,
    "asOfText" TEXT NOT NULL,
    "dueOn" DATE,
    "note" TEXT,
    "isIllustrative" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "VillageProgress_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PeriodDeadline" (
    "id" SERIAL NOT NULL,
    "setId" INTEGER NOT NULL,
    "period" VARCHAR(7) NOT NULL,
    "unitId" INTEGER,
    "dueOn" DATE NOT NULL,
    "reason" TEXT,

    CONSTRAINT "PeriodDeadline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Submission" (
    "id" SERIAL NOT NULL,
    "unitId" INTEGER NOT NULL,
    "setId" INTEGER NOT NULL,
    "period" VARCHAR(7) NOT NULL,
    "status" "SubmissionStatus" NOT NULL DEFAULT 'draft',
    "provenance" "AssessmentProvenance" NOT NULL DEFAULT 'self_assessed',
    "basis" "VerdictBasis" NOT NULL DEFAULT 'scored',
    "documentId" INTEGER,
    "asOf" DATE,
    "metPhrase" TEXT,
    "derivedNote" TEXT,
    "metCount" INTEGER NOT NULL DEFAULT 0,
    "unmetCount" INTEGER NOT NULL DEFAULT 0,
    "missingCount" INTEGER NOT NULL DEFAULT 0,
    "exemptCount" INTEGER NOT NULL DEFAULT 0,
    "undefinedCount" INTEGER NOT NULL DEFAULT 0,
    "totalCount" INTEGER NOT NULL,
    "enteredCount" INTEGER NOT NULL DEFAULT 0,
    "indicatorCount" INTEGER NOT NULL,
    "submittedAt" TIMESTAMP(3),
    "submittedById" INTEGER,
    "decidedAt" TIMESTAMP(3),
    "decidedById" INTEGER,
    "returnReason" TEXT,
    "isIllustrative" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Figure" (
    "id" SERIAL NOT NULL,
    "submissionId" INTEGER NOT NULL,
    "indicatorId" INTEGER NOT NULL,
    "value" DECIMAL(24,6),
    "numerator" DECIMAL(24,6),
    "denominator" DECIMAL(24,6),
    "booleanValue" BOOLEAN,
    "gradeValue" TEXT,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "enteredById" INTEGER,
    "enteredAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Figure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IndicatorVerdict" (
    "submissionId" INTEGER NOT NULL,
    "indicatorId" INTEGER NOT NULL,
    "verdict" "Verdict" NOT NULL,
    "basis" "VerdictBasis" NOT NULL DEFAULT 'scored',
    "thresholdId" INTEGER,
    "gap" DECIMAL(24,6),
    "progress" DECIMAL(7,6),
    "isNear" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "IndicatorVerdict_pkey" PRIMARY KEY ("submissionId","indicatorId")
);

-- CreateTable
CREATE TABLE "CriterionVerdict" (
    "submissionId" INTEGER NOT NULL,
    "criterionId" INTEGER NOT NULL,
    "verdict" "Verdict" NOT NULL,
    "basis" "VerdictBasis" NOT NULL DEFAULT 'scored',
    "isDerived" BOOLEAN NOT NULL DEFAULT false,
    "metIndicators" INTEGER NOT NULL DEFAULT 0,
    "totalIndicators" INTEGER NOT NULL DEFAULT 0,
    "isNear" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "CriterionVerdict_pkey" PRIMARY KEY ("submissionId","criterionId")
);

-- CreateTable
CREATE TABLE "Exemption" (
    "id" SERIAL NOT NULL,
    "unitId" INTEGER NOT NULL,
    "indicatorId" INTEGER NOT NULL,
    "fromPeriod" VARCHAR(7) NOT NULL,
    "toPeriod" VARCHAR(7),
    "reason" TEXT NOT NULL,
    "documentText" TEXT NOT NULL,
    "createdById" INTEGER,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Exemption_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DirectiveDocument" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "type" "DocumentType" NOT NULL,
    "regime" "DocumentRegime" NOT NULL,
    "numberText" TEXT,
    "issuerName" TEXT NOT NULL,
    "issuerParent" TEXT,
    "issuingBody" TEXT,
    "issuerUnitId" INTEGER,
    "place" TEXT,
    "issuedOn" DATE,
    "dateText" TEXT,
    "subject" TEXT NOT NULL,
    "signature" JSONB NOT NULL,
    "recipients" TEXT[],
    "meeting" JSONB,
    "limitations" TEXT[],
    "causes" TEXT[],
    "closing" TEXT,
    "anomalies" TEXT[],
    "references" JSONB NOT NULL DEFAULT '[]',
    "sourceFile" TEXT NOT NULL,
    "searchText" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DirectiveDocument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DocumentSubject" (
    "documentId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,

    CONSTRAINT "DocumentSubject_pkey" PRIMARY KEY ("documentId","unitId")
);

-- CreateTable
CREATE TABLE "DocumentFact" (
    "id" SERIAL NOT NULL,
    "documentId" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "FactKind" NOT NULL,
    "groupTitle" TEXT,
    "itemNumber" INTEGER,
    "label" TEXT NOT NULL,
    "printed" TEXT NOT NULL,
    "value" DECIMAL(24,6),
    "unitOfMeasure" TEXT,
    "periodText" TEXT,
    "sourceLine" INTEGER,
    "note" TEXT,
    "printedPercent" DECIMAL(12,2),
    "computedPercent" DECIMAL(12,2),
    "isInconsistent" BOOLEAN NOT NULL DEFAULT false,
    "sortOrder" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "DocumentFact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Task" (
    "id" SERIAL NOT NULL,
    "unitId" INTEGER NOT NULL,
    "documentId" INTEGER,
    "criterionId" INTEGER,
    "factKey" TEXT,
    "reference" TEXT,
    "title" TEXT NOT NULL,
    "deadline" DATE,
    "deadlineText" TEXT,
    "recurrence" TEXT,
    "reportTo" TEXT,
    "status" "TaskStatus" NOT NULL DEFAULT 'open',
    "note" TEXT,
    "isIllustrative" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TaskBody" (
    "id" SERIAL NOT NULL,
    "taskId" INTEGER NOT NULL,
    "role" "TaskBodyRole" NOT NULL,
    "name" TEXT NOT NULL,
    "sortOrder" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "TaskBody_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" SERIAL NOT NULL,
    "username" TEXT NOT NULL,
    "displayName" TEXT NOT NULL,
    "position" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "role" "UserRole" NOT NULL,
    "unitId" INTEGER NOT NULL,
    "sessionVersion" INTEGER NOT NULL DEFAULT 1,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "disabledAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UserCriterion" (
    "userId" INTEGER NOT NULL,
    "criterionId" INTEGER NOT NULL,

    CONSTRAINT "UserCriterion_pkey" PRIMARY KEY ("userId","criterionId")
);

-- CreateTable
CREATE TABLE "UserSession" (
    "id" UUID NOT NULL,
    "userId" INTEGER NOT NULL,
    "sessionVersion" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "revokedAt" TIMESTAMP(3),
    "address" TEXT,
    "userAgent" TEXT,

    CONSTRAINT "UserSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInThrottle" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "blockedUntil" TIMESTAMP(3),
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SignInThrottle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" INTEGER,
    "actorName" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "unitId" INTEGER,
    "entity" TEXT NOT NULL,
    "entityId" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "address" TEXT,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "AdministrativeUnit_code_key" ON "AdministrativeUnit"("code");

-- CreateIndex
CREATE INDEX "AdministrativeUnit_parentId_idx" ON "AdministrativeUnit"("parentId");

-- CreateIndex
CREATE INDEX "AdministrativeUnit_level_idx" ON "AdministrativeUnit"("level");

-- CreateIndex
CREATE INDEX "UnitSuccession_successorId_idx" ON "UnitSuccession"("successorId");

-- CreateIndex
CREATE UNIQUE INDEX "UnitSuccession_predecessorId_successorId_key" ON "UnitSuccession"("predecessorId", "successorId");

-- CreateIndex
CREATE UNIQUE INDEX "CriteriaSet_code_key" ON "CriteriaSet"("code");

-- CreateIndex
CREATE INDEX "CriteriaSet_level_idx" ON "CriteriaSet"("level");

-- CreateIndex
CREATE UNIQUE INDEX "Stratum_setId_kind_code_key" ON "Stratum"("setId", "kind", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Criterion_setId_number_key" ON "Criterion"("setId", "number");

-- CreateIndex
CREATE INDEX "Indicator_parentId_idx" ON "Indicator"("parentId");

-- CreateIndex
CREATE UNIQUE INDEX "Indicator_criterionId_code_key" ON "Indicator"("criterionId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Threshold_selectors_key" ON "Threshold"("indicatorId", "provinceId", "stratumId", "communeTypeId", "year");

-- CreateIndex
CREATE INDEX "Enrolment_setId_idx" ON "Enrolment"("setId");

-- CreateIndex
CREATE UNIQUE INDEX "Enrolment_unitId_setId_key" ON "Enrolment"("unitId", "setId");

-- CreateIndex
CREATE INDEX "Target_unitId_year_idx" ON "Target"("unitId", "year");

-- CreateIndex
CREATE INDEX "Milestone_unitId_setId_idx" ON "Milestone"("unitId", "setId");

-- CreateIndex
CREATE INDEX "VillageProgress_communeId_idx" ON "VillageProgress"("communeId");

-- CreateIndex
CREATE UNIQUE INDEX "PeriodDeadline_setId_period_unitId_key" ON "PeriodDeadline"("setId", "period", "unitId");

-- CreateIndex
CREATE INDEX "Submission_setId_period_idx" ON "Submission"("setId", "period");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_unitId_setId_period_key" ON "Submission"("unitId", "setId", "period");

-- CreateIndex
CREATE INDEX "Figure_indicatorId_idx" ON "Figure"("indicatorId");

-- CreateIndex
CREATE UNIQUE INDEX "Figure_submissionId_indicatorId_key" ON "Figure"("submissionId", "indicatorId");

-- CreateIndex
CREATE INDEX "IndicatorVerdict_indicatorId_idx" ON "IndicatorVerdict"("indicatorId");

-- CreateIndex
CREATE INDEX "CriterionVerdict_criterionId_idx" ON "CriterionVerdict"("criterionId");

-- CreateIndex
CREATE INDEX "Exemption_unitId_idx" ON "Exemption"("unitId");

-- CreateIndex
CREATE UNIQUE INDEX "DirectiveDocument_code_key" ON "DirectiveDocument"("code");

-- CreateIndex
CREATE INDEX "DirectiveDocument_issuerUnitId_idx" ON "DirectiveDocument"("issuerUnitId");

-- CreateIndex
CREATE INDEX "DocumentSubject_unitId_idx" ON "DocumentSubject"("unitId");

-- CreateIndex
CREATE UNIQUE INDEX "DocumentFact_documentId_key_key" ON "DocumentFact"("documentId", "key");

-- CreateIndex
CREATE INDEX "Task_unitId_status_idx" ON "Task"("unitId", "status");

-- CreateIndex
CREATE INDEX "TaskBody_taskId_idx" ON "TaskBody"("taskId");

-- CreateIndex
CREATE UNIQUE INDEX "User_username_key" ON "User"("username");

-- CreateIndex
CREATE INDEX "User_unitId_idx" ON "User"("unitId");

-- CreateIndex
CREATE INDEX "UserSession_userId_idx" ON "UserSession"("userId");

-- CreateIndex
CREATE INDEX "AuditEvent_unitId_at_idx" ON "AuditEvent"("unitId", "at");

-- CreateIndex
CREATE INDEX "AuditEvent_entity_entityId_idx" ON "AuditEvent"("entity", "entityId");

-- AddForeignKey
ALTER TABLE "AdministrativeUnit" ADD CONSTRAINT "AdministrativeUnit_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "AdministrativeUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitSuccession" ADD CONSTRAINT "UnitSuccession_predecessorId_fkey" FOREIGN KEY ("predecessorId") REFERENCES "AdministrativeUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitSuccession" ADD CONSTRAINT "UnitSuccession_successorId_fkey" FOREIGN KEY ("successorId") REFERENCES "AdministrativeUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CriteriaSet" ADD CONSTRAINT "CriteriaSet_ownerUnitId_fkey" FOREIGN KEY ("ownerUnitId") REFERENCES "AdministrativeUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Stratum" ADD CONSTRAINT "Stratum_setId_fkey" FOREIGN KEY ("setId") REFERENCES "CriteriaSet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Criterion" ADD CONSTRAINT "Criterion_setId_fkey" FOREIGN KEY ("setId") REFERENCES "CriteriaSet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Indicator" ADD CONSTRAINT "Indicator_criterionId_fkey" FOREIGN KEY ("criterionId") REFERENCES "Criterion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Indicator" ADD CONSTRAINT "Indicator_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Indicator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Threshold" ADD CONSTRAINT "Threshold_indicatorId_fkey" FOREIGN KEY ("indicatorId") REFERENCES "Indicator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Threshold" ADD CONSTRAINT "Threshold_provinceId_fkey" FOREIGN KEY ("provinceId") REFERENCES "AdministrativeUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Threshold" ADD CONSTRAINT "Threshold_stratumId_fkey" FOREIGN KEY ("stratumId") REFERENCES "Stratum"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Threshold" ADD CONSTRAINT "Threshold_communeTypeId_fkey" FOREIGN KEY ("communeTypeId") REFERENCES "Stratum"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "AdministrativeUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_setId_fkey" FOREIGN KEY ("setId") REFERENCES "CriteriaSet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_stratumId_fkey" FOREIGN KEY ("stratumId") REFERENCES "Stratum"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_communeTypeId_fkey" FOREIGN KEY ("communeTypeId") REFERENCES "Stratum"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Target" ADD CONSTRAINT "Target_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "AdministrativeUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Target" ADD CONSTRAINT "Target_scopeUnitId_fkey" FOREIGN KEY ("scopeUnitId") REFERENCES "AdministrativeUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Target" ADD CONSTRAINT "Target_setId_fkey" FOREIGN KEY ("setId") REFERENCES "CriteriaSet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Target" ADD CONSTRAINT "Target_criterionId_fkey" FOREIGN KEY ("criterionId") REFERENCES "Criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Target" ADD CONSTRAINT "Target_indicatorId_fkey" FOREIGN KEY ("indicatorId") REFERENCES "Indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Target" ADD CONSTRAINT "Target_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "DirectiveDocument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "AdministrativeUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_setId_fkey" FOREIGN KEY ("setId") REFERENCES "CriteriaSet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_criterionId_fkey" FOREIGN KEY ("criterionId") REFERENCES "Criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "DirectiveDocument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VillageProgress" ADD CONSTRAINT "VillageProgress_communeId_fkey" FOREIGN KEY ("communeId") REFERENCES "AdministrativeUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VillageProgress" ADD CONSTRAINT "VillageProgress_villageId_fkey" FOREIGN KEY ("villageId") REFERENCES "AdministrativeUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VillageProgress" ADD CONSTRAINT "VillageProgress_setId_fkey" FOREIGN KEY ("setId") REFERENCES "CriteriaSet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VillageProgress" ADD CONSTRAINT "VillageProgress_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "DirectiveDocument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PeriodDeadline" ADD CONSTRAINT "PeriodDeadline_setId_fkey" FOREIGN KEY ("setId") REFERENCES "CriteriaSet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PeriodDeadline" ADD CONSTRAINT "PeriodDeadline_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "AdministrativeUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "AdministrativeUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_setId_fkey" FOREIGN KEY ("setId") REFERENCES "CriteriaSet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "DirectiveDocument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_submittedById_fkey" FOREIGN KEY ("submittedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Figure" ADD CONSTRAINT "Figure_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Figure" ADD CONSTRAINT "Figure_indicatorId_fkey" FOREIGN KEY ("indicatorId") REFERENCES "Indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Figure" ADD CONSTRAINT "Figure_enteredById_fkey" FOREIGN KEY ("enteredById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndicatorVerdict" ADD CONSTRAINT "IndicatorVerdict_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndicatorVerdict" ADD CONSTRAINT "IndicatorVerdict_indicatorId_fkey" FOREIGN KEY ("indicatorId") REFERENCES "Indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndicatorVerdict" ADD CONSTRAINT "IndicatorVerdict_thresholdId_fkey" FOREIGN KEY ("thresholdId") REFERENCES "Threshold"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CriterionVerdict" ADD CONSTRAINT "CriterionVerdict_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CriterionVerdict" ADD CONSTRAINT "CriterionVerdict_criterionId_fkey" FOREIGN KEY ("criterionId") REFERENCES "Criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Exemption" ADD CONSTRAINT "Exemption_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "AdministrativeUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Exemption" ADD CONSTRAINT "Exemption_indicatorId_fkey" FOREIGN KEY ("indicatorId") REFERENCES "Indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Exemption" ADD CONSTRAINT "Exemption_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DirectiveDocument" ADD CONSTRAINT "DirectiveDocument_issuerUnitId_fkey" FOREIGN KEY ("issuerUnitId") REFERENCES "AdministrativeUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentSubject" ADD CONSTRAINT "DocumentSubject_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "DirectiveDocument"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentSubject" ADD CONSTRAINT "DocumentSubject_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "AdministrativeUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentFact" ADD CONSTRAINT "DocumentFact_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "DirectiveDocument"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "AdministrativeUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "DirectiveDocument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_criterionId_fkey" FOREIGN KEY ("criterionId") REFERENCES "Criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskBody" ADD CONSTRAINT "TaskBody_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "AdministrativeUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UserCriterion" ADD CONSTRAINT "UserCriterion_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UserCriterion" ADD CONSTRAINT "UserCriterion_criterionId_fkey" FOREIGN KEY ("criterionId") REFERENCES "Criterion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UserSession" ADD CONSTRAINT "UserSession_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "AdministrativeUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

COMMIT;
