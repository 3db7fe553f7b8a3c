BEGIN;

-- CreateEnum
CREATE TYPE "SnapshotKind" AS ENUM ('submitted', 'verified', 'approved');

-- CreateEnum
CREATE TYPE "ReviewKind" AS ENUM ('agreed', 'returned', 'question', 'answer');

-- CreateEnum
CREATE TYPE "EvidenceKind" AS ENUM ('file', 'link', 'document');

-- CreateEnum
CREATE TYPE "PlausibilitySeverity" AS ENUM ('error', 'warning');

-- AlterTable
ALTER TABLE "Indicator" ADD COLUMN     "requiresEvidence" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "SubmissionSnapshot" (
    "id" SERIAL NOT NULL,
    "submissionId" INTEGER NOT NULL,
    "kind" "SnapshotKind" NOT NULL,
    "round" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" INTEGER,
    "metCount" INTEGER NOT NULL,
    "totalCount" INTEGER NOT NULL,
    "figures" JSONB NOT NULL,
    "verdicts" JSONB NOT NULL,

    CONSTRAINT "SubmissionSnapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CriterionReview" (
    "id" SERIAL NOT NULL,
    "submissionId" INTEGER NOT NULL,
    "criterionId" INTEGER NOT NULL,
    "indicatorId" INTEGER,
    "kind" "ReviewKind" NOT NULL,
    "round" INTEGER NOT NULL,
    "text" TEXT,
    "authorId" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CriterionReview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" SERIAL NOT NULL,
    "unitId" INTEGER NOT NULL,
    "indicatorId" INTEGER NOT NULL,
    "submissionId" INTEGER NOT NULL,
    "kind" "EvidenceKind" NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "documentText" TEXT,
    "fileId" INTEGER,
    "addedById" INTEGER,
    "addedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "replacedById" INTEGER,
    "removedAt" TIMESTAMP(3),

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EvidenceFile" (
    "id" SERIAL NOT NULL,
    "sha256" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EvidenceFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlausibilityRule" (
    "id" SERIAL NOT NULL,
    "setId" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "severity" "PlausibilitySeverity" NOT NULL,
    "kind" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,
    "message" TEXT NOT NULL,

    CONSTRAINT "PlausibilityRule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CriterionAssignment" (
    "id" SERIAL NOT NULL,
    "unitId" INTEGER NOT NULL,
    "criterionId" INTEGER NOT NULL,
    "userId" INTEGER,
    "officialName" TEXT NOT NULL,
    "position" TEXT,
    "sponsorName" TEXT,
    "fromDate" DATE NOT NULL,
    "toDate" DATE,
    "isIllustrative" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "CriterionAssignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" SERIAL NOT NULL,
    "userId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "unitId" INTEGER,
    "submissionId" INTEGER,
    "text" TEXT NOT NULL,
    "href" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMP(3),

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportMapping" (
    "id" SERIAL NOT NULL,
    "userId" INTEGER NOT NULL,
    "setId" INTEGER NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "usedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ImportMapping_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SubmissionSnapshot_submissionId_at_idx" ON "SubmissionSnapshot"("submissionId", "at");

-- CreateIndex
CREATE INDEX "CriterionReview_submissionId_criterionId_at_idx" ON "CriterionReview"("submissionId", "criterionId", "at");

-- CreateIndex
CREATE INDEX "Evidence_submissionId_indicatorId_idx" ON "Evidence"("submissionId", "indicatorId");

-- CreateIndex
CREATE UNIQUE INDEX "EvidenceFile_sha256_key" ON "EvidenceFile"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "PlausibilityRule_setId_code_key" ON "PlausibilityRule"("setId", "code");

-- CreateIndex
CREATE INDEX "CriterionAssignment_unitId_criterionId_idx" ON "CriterionAssignment"("unitId", "criterionId");

-- CreateIndex
CREATE INDEX "Notice_userId_readAt_createdAt_idx" ON "Notice"("userId", "readAt", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "ImportMapping_userId_setId_fingerprint_key" ON "ImportMapping"("userId", "setId", "fingerprint");

-- AddForeignKey
ALTER TABLE "SubmissionSnapshot" ADD CONSTRAINT "SubmissionSnapshot_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubmissionSnapshot" ADD CONSTRAINT "SubmissionSnapshot_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CriterionReview" ADD CONSTRAINT "CriterionReview_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CriterionReview" ADD CONSTRAINT "CriterionReview_criterionId_fkey" FOREIGN KEY ("criterionId") REFERENCES "Criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CriterionReview" ADD CONSTRAINT "CriterionReview_indicatorId_fkey" FOREIGN KEY ("indicatorId") REFERENCES "Indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CriterionReview" ADD CONSTRAINT "CriterionReview_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "AdministrativeUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_indicatorId_fkey" FOREIGN KEY ("indicatorId") REFERENCES "Indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "EvidenceFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_replacedById_fkey" FOREIGN KEY ("replacedById") REFERENCES "Evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlausibilityRule" ADD CONSTRAINT "PlausibilityRule_setId_fkey" FOREIGN KEY ("setId") REFERENCES "CriteriaSet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CriterionAssignment" ADD CONSTRAINT "CriterionAssignment_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "AdministrativeUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CriterionAssignment" ADD CONSTRAINT "CriterionAssignment_criterionId_fkey" FOREIGN KEY ("criterionId") REFERENCES "Criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CriterionAssignment" ADD CONSTRAINT "CriterionAssignment_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "AdministrativeUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportMapping" ADD CONSTRAINT "ImportMapping_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportMapping" ADD CONSTRAINT "ImportMapping_setId_fkey" FOREIGN KEY ("setId") REFERENCES "CriteriaSet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateIndex
CREATE UNIQUE INDEX "SubmissionSnapshot_submissionId_kind_round_key" ON "SubmissionSnapshot"("submissionId", "kind", "round");

-- ── what Prisma cannot say ──
ALTER TABLE "SubmissionSnapshot"
  ADD CONSTRAINT "SubmissionSnapshot_round_positive" CHECK ("round" >= 1),
  ADD CONSTRAINT "SubmissionSnapshot_counts" CHECK ("metCount" BETWEEN 0 AND "totalCount");
ALTER TABLE "CriterionReview"
  ADD CONSTRAINT "CriterionReview_round_positive" CHECK ("round" >= 1),
  -- Agreeing needs no words; returning, asking and answering do.
  ADD CONSTRAINT "CriterionReview_worded" CHECK ("kind" = 'agreed' OR btrim(coalesce("text", '')) <> '');
ALTER TABLE "Evidence"
  ADD CONSTRAINT "Evidence_titled" CHECK (btrim("title") <> ''),
  ADD CONSTRAINT "Evidence_shape" CHECK (
    ("kind" = 'file' AND "fileId" IS NOT NULL AND "url" IS NULL)
    OR ("kind" = 'link' AND "url" ~ '^https?://' AND "fileId" IS NULL)
    OR ("kind" = 'document' AND btrim(coalesce("documentText", '')) <> '' AND "fileId" IS NULL)
  ),
  ADD CONSTRAINT "Evidence_not_own_successor" CHECK ("replacedById" <> "id");
ALTER TABLE "EvidenceFile"
  ADD CONSTRAINT "EvidenceFile_size" CHECK ("size" > 0 AND "size" = octet_length("bytes")),
  ADD CONSTRAINT "EvidenceFile_checksum_form" CHECK ("sha256" ~ '^[0-9a-f]{64}$');
ALTER TABLE "CriterionAssignment"
  ADD CONSTRAINT "CriterionAssignment_named" CHECK (btrim("officialName") <> ''),
  ADD CONSTRAINT "CriterionAssignment_dates" CHECK ("toDate" IS NULL OR "toDate" >= "fromDate");
ALTER TABLE "Notice"
  ADD CONSTRAINT "Notice_worded" CHECK (btrim("text") <> ''),
  ADD CONSTRAINT "Notice_stays_inside" CHECK ("href" ~ '^/([^/\\]|$)');

CREATE FUNCTION "refuse_snapshot_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'SubmissionSnapshot is append-only: % refused', TG_OP;
END $$;
CREATE TRIGGER "SubmissionSnapshot_append_only"
  BEFORE UPDATE ON "SubmissionSnapshot"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_snapshot_change"();

COMMIT;
