-- The life of a sheet, kept by the database as well: no code, script or hand on the console takes a step that
-- lib/submissions/transitions.ts does not know. tests/integration/state-machine.test.ts proves both agree.
BEGIN;

CREATE FUNCTION "check_submission_step"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."status" IS DISTINCT FROM NEW."status" AND (OLD."status"::text, NEW."status"::text) NOT IN (
    ('draft', 'submitted'), ('returned', 'submitted'),
    ('submitted', 'returned'), ('verified', 'returned'), ('approved', 'returned'),
    ('submitted', 'verified'), ('verified', 'approved')
  ) THEN
    RAISE EXCEPTION 'submission % cannot go from % to %', NEW."id", OLD."status", NEW."status"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Submission_step';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Submission_step"
  BEFORE UPDATE OF "status" ON "Submission"
  FOR EACH ROW EXECUTE FUNCTION "check_submission_step"();

-- A figure that was handed over stays what it was until the sheet is given back.
CREATE FUNCTION "check_figure_open"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "Submission" AS s
    WHERE s."id" = NEW."submissionId" AND s."status" IN ('submitted', 'verified', 'approved')
  ) THEN
    RAISE EXCEPTION 'figure % belongs to a sheet that was handed over', NEW."id"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Figure_open';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Figure_open"
  BEFORE UPDATE OF "value", "numerator", "denominator", "booleanValue", "gradeValue", "note" ON "Figure"
  FOR EACH ROW EXECUTE FUNCTION "check_figure_open"();

-- What a reviewer said stays said; a change of mind is a new row.
CREATE FUNCTION "refuse_review_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'CriterionReview is append-only: % refused', TG_OP;
END $$;
CREATE TRIGGER "CriterionReview_append_only"
  BEFORE UPDATE ON "CriterionReview"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_review_change"();

COMMIT;
