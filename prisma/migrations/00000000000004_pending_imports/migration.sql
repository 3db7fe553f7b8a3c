BEGIN;

-- CreateEnum
CREATE TYPE "ImportKind" AS ENUM ('template', 'many', 'own');

-- CreateTable
CREATE TABLE "PendingImport" (
    "id" UUID NOT NULL,
    "userId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "setId" INTEGER NOT NULL,
    "period" VARCHAR(7) NOT NULL,
    "kind" "ImportKind" NOT NULL,
    "fileName" TEXT NOT NULL,
    "checksum" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "mapping" JSONB,
    "answers" JSONB NOT NULL DEFAULT '{}',
    "outcome" JSONB,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "committedAt" TIMESTAMP(3),

    CONSTRAINT "PendingImport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PendingImport_userId_createdAt_idx" ON "PendingImport"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "PendingImport_expiresAt_idx" ON "PendingImport"("expiresAt");

-- AddForeignKey
ALTER TABLE "PendingImport" ADD CONSTRAINT "PendingImport_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PendingImport" ADD CONSTRAINT "PendingImport_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "AdministrativeUnit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PendingImport" ADD CONSTRAINT "PendingImport_setId_fkey" FOREIGN KEY ("setId") REFERENCES "CriteriaSet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A pending import is read cells or, once committed, an outcome: never a commit without one.
ALTER TABLE "PendingImport" ADD CONSTRAINT "PendingImport_commit_check"
  CHECK (("committedAt" IS NULL) = ("outcome" IS NULL));
ALTER TABLE "PendingImport" ADD CONSTRAINT "PendingImport_period_check" CHECK ("period" ~ '^[0-9]{4}-Q[1-4]$');

COMMIT;
