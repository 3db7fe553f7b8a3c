-- What Prisma's schema language cannot say. Written by hand; tests/integration/constraints.test.ts proves each rule.
BEGIN;

-- ── NULLs that count as equal ──
-- Same names and columns as Prisma's own indexes, so the drift check sees no difference.
DROP INDEX "Threshold_selectors_key";
CREATE UNIQUE INDEX "Threshold_selectors_key"
  ON "Threshold" ("indicatorId", "provinceId", "stratumId", "communeTypeId", "year") NULLS NOT DISTINCT;
DROP INDEX "PeriodDeadline_setId_period_unitId_key";
CREATE UNIQUE INDEX "PeriodDeadline_setId_period_unitId_key"
  ON "PeriodDeadline" ("setId", "period", "unitId") NULLS NOT DISTINCT;

-- ── units ──
ALTER TABLE "AdministrativeUnit"
  ADD CONSTRAINT "AdministrativeUnit_code_form" CHECK ("code" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "AdministrativeUnit_not_own_parent" CHECK ("parentId" <> "id"),
  ADD CONSTRAINT "AdministrativeUnit_validity_order" CHECK ("validTo" > "validFrom"),
  ADD CONSTRAINT "AdministrativeUnit_basis_explained" CHECK ("basis" <> 'inferred' OR "basisNote" IS NOT NULL);

-- A parent stands on a higher level (province, district, commune, village); this also rules out circles.
CREATE FUNCTION "check_unit_parent_level"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."parentId" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "AdministrativeUnit" AS parent WHERE parent."id" = NEW."parentId" AND parent."level" < NEW."level"
  ) THEN
    RAISE EXCEPTION 'unit % cannot stand below unit %: a parent is of a higher level', NEW."code", NEW."parentId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'AdministrativeUnit_parent_level';
  END IF;
  IF TG_OP = 'UPDATE' AND EXISTS (
    SELECT 1 FROM "AdministrativeUnit" AS child WHERE child."parentId" = NEW."id" AND child."level" <= NEW."level"
  ) THEN
    RAISE EXCEPTION 'unit % has children of its new level', NEW."code"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'AdministrativeUnit_parent_level';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "AdministrativeUnit_parent_level"
  BEFORE INSERT OR UPDATE OF "parentId", "level" ON "AdministrativeUnit"
  FOR EACH ROW EXECUTE FUNCTION "check_unit_parent_level"();

ALTER TABLE "UnitSuccession"
  ADD CONSTRAINT "UnitSuccession_two_units" CHECK ("predecessorId" <> "successorId");

-- ── criteria sets ──
ALTER TABLE "CriteriaSet"
  ADD CONSTRAINT "CriteriaSet_period_from_range" CHECK ("periodFrom" BETWEEN 1990 AND 2100),
  ADD CONSTRAINT "CriteriaSet_period_order" CHECK ("periodTo" BETWEEN "periodFrom" AND 2100),
  ADD CONSTRAINT "CriteriaSet_expected_counts" CHECK ("expectedCriteriaCount" > 0 AND "expectedIndicatorCount" > 0),
  ADD CONSTRAINT "CriteriaSet_incomplete_explained" CHECK ("isComplete" OR "incompleteNote" IS NOT NULL);

ALTER TABLE "Criterion"
  ADD CONSTRAINT "Criterion_number_range" CHECK ("number" >= 0),
  ADD CONSTRAINT "Criterion_rule_parameter" CHECK ("rule" = 'all' OR COALESCE("ruleParameter" > 0, false));

ALTER TABLE "Indicator"
  ADD CONSTRAINT "Indicator_not_own_limb" CHECK ("parentId" <> "id"),
  ADD CONSTRAINT "Indicator_decimals_range" CHECK ("decimals" BETWEEN 0 AND 6),
  ADD CONSTRAINT "Indicator_value_range" CHECK ("maxValue" >= "minValue"),
  ADD CONSTRAINT "Indicator_points_positive" CHECK ("points" > 0),
  ADD CONSTRAINT "Indicator_confidence_range" CHECK ("confidence" BETWEEN 0 AND 1);

ALTER TABLE "Threshold"
  ADD CONSTRAINT "Threshold_year_range" CHECK ("year" BETWEEN 1990 AND 2100),
  ADD CONSTRAINT "Threshold_range_order" CHECK ("valueMax" >= "value"),
  ADD CONSTRAINT "Threshold_out_of" CHECK ("outOf" > 0 AND ("value" IS NULL OR "value" <= "outOf")),
  -- A threshold without a number or a word is one that nobody has sourced, and says so.
  ADD CONSTRAINT "Threshold_empty_is_unknown" CHECK (
    num_nonnulls("value", "valueMax", "gradeValue") > 0 OR "provenance" = 'unknown'
  ),
  ADD CONSTRAINT "Threshold_confidence_range" CHECK ("confidence" BETWEEN 0 AND 1);

-- ── what a unit follows and promises ──
ALTER TABLE "Enrolment"
  ADD CONSTRAINT "Enrolment_year_range" CHECK ("registeredYear" BETWEEN 1990 AND 2100),
  ADD CONSTRAINT "Enrolment_recognised_status" CHECK (
    "recognisedOn" IS NULL OR "recognition" IN ('recognised', 'revoked')
  );

ALTER TABLE "Target"
  ADD CONSTRAINT "Target_year_range" CHECK ("year" BETWEEN 1990 AND 2100),
  ADD CONSTRAINT "Target_quarter_range" CHECK ("quarter" BETWEEN 1 AND 4),
  ADD CONSTRAINT "Target_quarter_of_year" CHECK ("quarter" IS NULL OR "year" IS NOT NULL),
  ADD CONSTRAINT "Target_range_order" CHECK ("valueMax" >= "value"),
  ADD CONSTRAINT "Target_out_of" CHECK ("outOf" > 0);

ALTER TABLE "Milestone"
  ADD CONSTRAINT "Milestone_period_form" CHECK ("duePeriod" ~ '^\d{4}-Q[1-4]$'),
  ADD CONSTRAINT "Milestone_target_positive" CHECK ("targetMet" > 0);

ALTER TABLE "VillageProgress"
  ADD CONSTRAINT "VillageProgress_counts" CHECK (
    ("countMet" IS NULL) = ("countTotal" IS NULL) AND "countMet" >= 0 AND "countTotal" > 0 AND "countMet" <= "countTotal"
  ),
  ADD CONSTRAINT "VillageProgress_two_units" CHECK ("villageId" <> "communeId");

-- ── figures and verdicts ──
ALTER TABLE "PeriodDeadline"
  ADD CONSTRAINT "PeriodDeadline_period_form" CHECK ("period" ~ '^\d{4}-Q[1-4]$'),
  ADD CONSTRAINT "PeriodDeadline_extension_reason" CHECK ("unitId" IS NULL OR "reason" IS NOT NULL);

ALTER TABLE "Submission"
  ADD CONSTRAINT "Submission_period_form" CHECK ("period" ~ '^\d{4}-Q[1-4]$'),
  ADD CONSTRAINT "Submission_counts_not_negative" CHECK (
    LEAST("metCount", "unmetCount", "missingCount", "exemptCount", "undefinedCount", "totalCount") >= 0
  ),
  ADD CONSTRAINT "Submission_counts_add_up" CHECK (
    "metCount" + "unmetCount" + "missingCount" + "exemptCount" + "undefinedCount" = "totalCount"
  ),
  ADD CONSTRAINT "Submission_entered_range" CHECK ("enteredCount" BETWEEN 0 AND "indicatorCount"),
  ADD CONSTRAINT "Submission_recorded_document" CHECK (
    "basis" = 'scored' OR "documentId" IS NOT NULL OR "isIllustrative"
  ),
  ADD CONSTRAINT "Submission_sent_at" CHECK (
    "status" = 'draft' OR "basis" = 'recorded' OR "submittedAt" IS NOT NULL
  ),
  ADD CONSTRAINT "Submission_return_reason" CHECK (
    "status" <> 'returned' OR COALESCE(btrim("returnReason") <> '', false)
  );

ALTER TABLE "Figure"
  -- Emptying a cell keeps its row (and version), so none is allowed; two kinds of value never are.
  ADD CONSTRAINT "Figure_one_kind_of_value" CHECK (num_nonnulls("value", "booleanValue", "gradeValue") <= 1),
  ADD CONSTRAINT "Figure_ratio_pair" CHECK (("numerator" IS NULL) = ("denominator" IS NULL)),
  ADD CONSTRAINT "Figure_numerator_not_negative" CHECK ("numerator" >= 0),
  ADD CONSTRAINT "Figure_denominator_positive" CHECK ("denominator" > 0),
  -- The quotient itself or in percent, to the six decimals that are kept.
  ADD CONSTRAINT "Figure_ratio_value" CHECK (
    "numerator" IS NULL OR COALESCE(
      abs("value" - 100 * "numerator" / "denominator") <= 0.000001
      OR abs("value" - "numerator" / "denominator") <= 0.000001,
      false
    )
  ),
  ADD CONSTRAINT "Figure_version_positive" CHECK ("version" >= 1);

ALTER TABLE "IndicatorVerdict"
  ADD CONSTRAINT "IndicatorVerdict_gap_not_negative" CHECK ("gap" >= 0),
  ADD CONSTRAINT "IndicatorVerdict_gap_when_unmet" CHECK ("gap" IS NULL OR "verdict" = 'unmet'),
  ADD CONSTRAINT "IndicatorVerdict_progress_range" CHECK ("progress" BETWEEN 0 AND 1),
  ADD CONSTRAINT "IndicatorVerdict_near_is_met" CHECK (NOT "isNear" OR "verdict" = 'met');

ALTER TABLE "CriterionVerdict"
  ADD CONSTRAINT "CriterionVerdict_counts" CHECK ("metIndicators" BETWEEN 0 AND "totalIndicators"),
  ADD CONSTRAINT "CriterionVerdict_near_is_met" CHECK (NOT "isNear" OR "verdict" = 'met');

ALTER TABLE "Exemption"
  ADD CONSTRAINT "Exemption_from_form" CHECK ("fromPeriod" ~ '^\d{4}-Q[1-4]$'),
  ADD CONSTRAINT "Exemption_to_form" CHECK ("toPeriod" ~ '^\d{4}-Q[1-4]$' AND "toPeriod" >= "fromPeriod"),
  ADD CONSTRAINT "Exemption_explained" CHECK (btrim("reason") <> '' AND btrim("documentText") <> '');

-- ── documents and tasks ──
ALTER TABLE "DocumentFact"
  ADD CONSTRAINT "DocumentFact_source_line_positive" CHECK ("sourceLine" > 0);
ALTER TABLE "Task"
  ADD CONSTRAINT "Task_titled" CHECK (btrim("title") <> '');
ALTER TABLE "TaskBody"
  ADD CONSTRAINT "TaskBody_named" CHECK (btrim("name") <> '');

-- ── people and trail ──
ALTER TABLE "User"
  ADD CONSTRAINT "User_username_form" CHECK ("username" ~ '^[a-z0-9][a-z0-9._-]{1,63}$'),
  -- Nothing but an argon2id hash is ever stored, least of all a password.
  ADD CONSTRAINT "User_password_hashed" CHECK ("passwordHash" LIKE '$argon2id$%'),
  ADD CONSTRAINT "User_session_version_positive" CHECK ("sessionVersion" >= 1);
ALTER TABLE "SignInThrottle"
  ADD CONSTRAINT "SignInThrottle_failures_not_negative" CHECK ("failures" >= 0);

CREATE FUNCTION "refuse_audit_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'AuditEvent is append-only: % refused', TG_OP;
END $$;
-- Per statement, so that TRUNCATE and statements that would touch no row are refused alike.
CREATE TRIGGER "AuditEvent_append_only"
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_audit_change"();

COMMIT;
