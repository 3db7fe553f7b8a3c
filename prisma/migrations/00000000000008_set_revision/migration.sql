BEGIN;

-- AlterTable
ALTER TABLE "CriteriaSet" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0;

-- A process keeps a set's definition and asks only for this number on every use, so the number must grow with every
-- change, whoever makes it. Per statement: loading a province's overlay is one step, not hundreds.
-- Out of a sequence, which a rollback does not turn back: no two states of a set ever share a number.
CREATE SEQUENCE "set_revision" AS integer;

CREATE FUNCTION "grow_set_revision"(set_ids integer[]) RETURNS void LANGUAGE sql AS $$
  UPDATE "CriteriaSet" SET "revision" = nextval('"set_revision"') WHERE "id" = ANY (set_ids);
$$;

CREATE FUNCTION "note_set_part_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "grow_set_revision"(ARRAY(SELECT DISTINCT "setId" FROM changed));
  RETURN NULL;
END $$;

CREATE FUNCTION "note_indicator_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "grow_set_revision"(ARRAY(
    SELECT DISTINCT c."setId" FROM changed x JOIN "Criterion" c ON c."id" = x."criterionId"));
  RETURN NULL;
END $$;

CREATE FUNCTION "note_threshold_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "grow_set_revision"(ARRAY(
    SELECT DISTINCT c."setId" FROM changed x
    JOIN "Indicator" i ON i."id" = x."indicatorId" JOIN "Criterion" c ON c."id" = i."criterionId"));
  RETURN NULL;
END $$;

CREATE TRIGGER "Criterion_added" AFTER INSERT ON "Criterion"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "note_set_part_change"();
CREATE TRIGGER "Criterion_changed" AFTER UPDATE ON "Criterion"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "note_set_part_change"();
CREATE TRIGGER "Criterion_removed" AFTER DELETE ON "Criterion"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "note_set_part_change"();
CREATE TRIGGER "Stratum_added" AFTER INSERT ON "Stratum"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "note_set_part_change"();
CREATE TRIGGER "Stratum_changed" AFTER UPDATE ON "Stratum"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "note_set_part_change"();
CREATE TRIGGER "Stratum_removed" AFTER DELETE ON "Stratum"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "note_set_part_change"();
CREATE TRIGGER "Indicator_added" AFTER INSERT ON "Indicator"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "note_indicator_change"();
CREATE TRIGGER "Indicator_changed" AFTER UPDATE ON "Indicator"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "note_indicator_change"();
CREATE TRIGGER "Indicator_removed" AFTER DELETE ON "Indicator"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "note_indicator_change"();
CREATE TRIGGER "Threshold_added" AFTER INSERT ON "Threshold"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "note_threshold_change"();
CREATE TRIGGER "Threshold_changed" AFTER UPDATE ON "Threshold"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "note_threshold_change"();
CREATE TRIGGER "Threshold_removed" AFTER DELETE ON "Threshold"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "note_threshold_change"();

COMMIT;
