
-- CreateEnum
CREATE TYPE "AssignmentKind" AS ENUM ('EXERCISE', 'DIAGRAM', 'PROJECT');

-- CreateEnum
CREATE TYPE "SplitName" AS ENUM ('TRAIN', 'SAMPLE', 'PUBLIC_TEST', 'PRIVATE_TEST');

-- CreateEnum
CREATE TYPE "CriterionMode" AS ENUM ('AUTO', 'MANUAL');

-- CreateEnum
CREATE TYPE "CalibrationStatus" AS ENUM ('RUNNING', 'MEASURED', 'FAILED');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('STUDENT', 'TEACHING_ASSISTANT', 'INSTRUCTOR', 'HIRING_MANAGER', 'ADMIN');

-- CreateEnum
CREATE TYPE "InvitationStatus" AS ENUM ('PENDING', 'ACCEPTED', 'REVOKED');

-- CreateEnum
CREATE TYPE "CredentialStatus" AS ENUM ('ISSUED', 'REVOKED');

-- CreateEnum
CREATE TYPE "ContactStatus" AS ENUM ('SENT', 'ACCEPTED', 'DECLINED');

-- CreateEnum
CREATE TYPE "MetricDirection" AS ENUM ('HIGHER', 'LOWER');

-- CreateEnum
CREATE TYPE "RegradeStatus" AS ENUM ('OPEN', 'ACCEPTED', 'DECLINED');

-- CreateEnum
CREATE TYPE "Skill" AS ENUM ('MATHEMATICS', 'INFERENCE_EXPERIMENTATION', 'DATA_ENGINEERING', 'SUPERVISED_UNSUPERVISED', 'NEURAL_REPRESENTATION', 'DOMAINS', 'TRAINING_SERVING', 'EVALUATION_ERROR_ANALYSIS', 'MLOPS_MONITORING');

-- CreateEnum
CREATE TYPE "WorkflowStep" AS ENUM ('FRAME', 'AUDIT_DATA', 'SPLIT', 'BASELINE', 'IMPROVE', 'ANALYZE', 'PACKAGE', 'DEPLOY', 'MONITOR');

-- CreateEnum
CREATE TYPE "RunKind" AS ENUM ('PRACTICE', 'CERTIFICATION', 'DRY_RUN', 'REGRADE', 'REPRODUCTION');

-- CreateEnum
CREATE TYPE "RunStatus" AS ENUM ('QUEUED', 'RUNNING', 'FINISHED');

-- CreateEnum
CREATE TYPE "Outcome" AS ENUM ('SCORED', 'STUDENT_ERROR', 'INFRASTRUCTURE_ERROR', 'CANCELLED');

-- CreateEnum
CREATE TYPE "PhaseName" AS ENUM ('PREPARE', 'TRAIN', 'PREDICT', 'SERVE', 'SCORE');

-- CreateEnum
CREATE TYPE "PhaseStatus" AS ENUM ('RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED');

-- CreateTable
CREATE TABLE "assignments" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "stage_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "AssignmentKind" NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assignments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment_versions" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "brief" TEXT NOT NULL,
    "definition_digest" TEXT NOT NULL,
    "starter_digest" TEXT NOT NULL,
    "public_bundle_digest" TEXT NOT NULL,
    "hidden_bundle_digest" TEXT NOT NULL,
    "resample_seed" INTEGER NOT NULL,
    "shipped_anchors" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assignment_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "datasets" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "assignment_version_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "licence" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "personal_data" TEXT NOT NULL,
    "source_digest" TEXT NOT NULL,
    "split_rule" TEXT NOT NULL,

    CONSTRAINT "datasets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "splits" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "dataset_id" UUID NOT NULL,
    "name" "SplitName" NOT NULL,
    "rows" INTEGER NOT NULL,
    "commitment" TEXT NOT NULL,

    CONSTRAINT "splits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "graders" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "assignment_version_id" UUID NOT NULL,
    "template" TEXT NOT NULL,
    "image_digest" TEXT NOT NULL,
    "code_digest" TEXT NOT NULL,
    "student_image_digest" TEXT NOT NULL,

    CONSTRAINT "graders_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calibrations" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "assignment_version_id" UUID NOT NULL,
    "status" "CalibrationStatus" NOT NULL DEFAULT 'RUNNING',
    "splits_done" INTEGER NOT NULL DEFAULT 0,
    "splits_planned" INTEGER NOT NULL,
    "measurements" JSONB NOT NULL DEFAULT '[]',
    "anchors" JSONB,
    "error" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "calibrations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rubric_versions" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "assignment_version_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rubric_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "criteria" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "rubric_version_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "workflow_step" "WorkflowStep" NOT NULL,
    "mode" "CriterionMode" NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL,
    "is_required" BOOLEAN NOT NULL DEFAULT false,
    "skills" "Skill"[],
    "levels" JSONB,
    "advice" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "criteria_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cohorts" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "track_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "starts_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "cohorts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrollments" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "late_days_left" INTEGER NOT NULL DEFAULT 0,
    "withdrawn_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "enrollments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cohort_assignments" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "opens_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3),
    "late_policy" JSONB,

    CONSTRAINT "cohort_assignments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "extensions" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "enrollment_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "extra_certifications" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT NOT NULL,
    "granted_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "extensions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "id" BIGSERIAL NOT NULL,
    "organization_id" UUID NOT NULL,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "uploads" (
    "id" TEXT NOT NULL,
    "organization_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "bytes" INTEGER NOT NULL,
    "file_name" TEXT NOT NULL,
    "completed_at" TIMESTAMPTZ(3),
    "consumed_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "uploads_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workers" (
    "id" TEXT NOT NULL,
    "hostname" TEXT NOT NULL,
    "labels" TEXT[],
    "concurrency" INTEGER NOT NULL,
    "paused_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "workers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "display_name" BYTEA,
    "is_operator" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_keys" (
    "user_id" UUID NOT NULL,
    "wrapped_key" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_keys_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "organizations" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organizations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "cohort_id" UUID,
    "email_hash" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "status" "InvitationStatus" NOT NULL DEFAULT 'PENDING',
    "invited_by_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quotas" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "cohort_id" UUID,
    "user_id" UUID,
    "cpu_seconds" INTEGER,
    "gpu_seconds" INTEGER,
    "storage_bytes" BIGINT,
    "parallel_runs" INTEGER,
    "expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "quotas_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "issuer_keys" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "public_key_multibase" TEXT NOT NULL,
    "encrypted_private_key" BYTEA NOT NULL,
    "active_from" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "issuer_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credentials" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "status" "CredentialStatus" NOT NULL DEFAULT 'ISSUED',
    "status_index" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_reason" TEXT,

    CONSTRAINT "credentials_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "portfolios" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "headline" TEXT NOT NULL,
    "is_public" BOOLEAN NOT NULL DEFAULT false,
    "is_searchable" BOOLEAN NOT NULL DEFAULT false,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "portfolios_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "portfolio_items" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "portfolio_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "write_up" TEXT NOT NULL,
    "visibility" JSONB NOT NULL,

    CONSTRAINT "portfolio_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "share_links" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "portfolio_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "passcode_hash" TEXT,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "share_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "share_link_views" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "share_link_id" UUID NOT NULL,
    "viewed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "share_link_views_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "candidate_projections" (
    "student_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "portfolio_slug" TEXT NOT NULL,
    "skills" JSONB NOT NULL,
    "results" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "candidate_projections_pkey" PRIMARY KEY ("student_id")
);

-- CreateTable
CREATE TABLE "shortlist_entries" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "manager_id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "note" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shortlist_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact_requests" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "manager_id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "message" TEXT NOT NULL,
    "status" "ContactStatus" NOT NULL DEFAULT 'SENT',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contact_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "metric_values" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "split" "SplitName" NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "low" DOUBLE PRECISION NOT NULL,
    "high" DOUBLE PRECISION NOT NULL,
    "n" INTEGER NOT NULL,
    "direction" "MetricDirection" NOT NULL,
    "unit" TEXT NOT NULL,
    "is_graded" BOOLEAN NOT NULL,
    "method" TEXT NOT NULL,
    "resamples" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "metric_values_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scores" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "rubric_version_id" UUID NOT NULL,
    "split" "SplitName" NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "low" DOUBLE PRECISION NOT NULL,
    "high" DOUBLE PRECISION NOT NULL,
    "pass_mark" DOUBLE PRECISION NOT NULL,
    "is_passed" BOOLEAN NOT NULL,
    "is_provisional" BOOLEAN NOT NULL,
    "anchors_source" TEXT NOT NULL,
    "criteria" JSONB NOT NULL,
    "gates" JSONB NOT NULL,
    "findings" JSONB NOT NULL,
    "slices" JSONB NOT NULL,
    "plots" JSONB NOT NULL,
    "resampled_points" DOUBLE PRECISION[],
    "ladder" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scores_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "manual_grades" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "grader_id" UUID NOT NULL,
    "points" DOUBLE PRECISION NOT NULL,
    "comment" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "manual_grades_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "regrade_requests" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "status" "RegradeStatus" NOT NULL DEFAULT 'OPEN',
    "thread" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "regrade_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "receipts" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "statement" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "signature" BYTEA,
    "key_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "receipts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tracks" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tracks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stages" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "track_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "goal" TEXT NOT NULL,
    "unlocks" TEXT NOT NULL,
    "overview" TEXT NOT NULL,
    "skills" "Skill"[],
    "study_anchors" JSONB NOT NULL,

    CONSTRAINT "stages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lessons" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "stage_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "lessons_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "concept_diagrams" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "track_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "nodes" JSONB NOT NULL,
    "edges" JSONB NOT NULL,

    CONSTRAINT "concept_diagrams_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submissions" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "archive_digest" TEXT NOT NULL,
    "archive_bytes" INTEGER NOT NULL,
    "file_name" TEXT NOT NULL,
    "git_commit" TEXT,
    "declaration" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "submissions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "runs" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "assignment_version_id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "kind" "RunKind" NOT NULL,
    "status" "RunStatus" NOT NULL DEFAULT 'QUEUED',
    "outcome" "Outcome",
    "reason" TEXT,
    "message" TEXT,
    "error_detail" JSONB,
    "seed" INTEGER NOT NULL,
    "salt" TEXT,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "claim_token" UUID,
    "worker_id" TEXT,
    "lease_expires_at" TIMESTAMPTZ(3),
    "not_before" TIMESTAMPTZ(3),
    "cancel_requested_at" TIMESTAMPTZ(3),
    "cpu_seconds" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "hardware" JSONB,
    "provenance" JSONB,
    "queued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run_phases" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "name" "PhaseName" NOT NULL,
    "label" TEXT NOT NULL,
    "status" "PhaseStatus" NOT NULL DEFAULT 'RUNNING',
    "limit_seconds" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "usage" JSONB,

    CONSTRAINT "run_phases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run_log_chunks" (
    "id" BIGSERIAL NOT NULL,
    "organization_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "phase" "PhaseName" NOT NULL,
    "sequence" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "run_log_chunks_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "assignments_stage_id_idx" ON "assignments"("stage_id");

-- CreateIndex
CREATE UNIQUE INDEX "assignments_organization_id_slug_key" ON "assignments"("organization_id", "slug");

-- CreateIndex
CREATE INDEX "assignment_versions_organization_id_idx" ON "assignment_versions"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "assignment_versions_assignment_id_version_key" ON "assignment_versions"("assignment_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "datasets_assignment_version_id_key" ON "datasets"("assignment_version_id");

-- CreateIndex
CREATE INDEX "datasets_organization_id_idx" ON "datasets"("organization_id");

-- CreateIndex
CREATE INDEX "splits_organization_id_idx" ON "splits"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "splits_dataset_id_name_key" ON "splits"("dataset_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "graders_assignment_version_id_key" ON "graders"("assignment_version_id");

-- CreateIndex
CREATE INDEX "graders_organization_id_idx" ON "graders"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "calibrations_assignment_version_id_key" ON "calibrations"("assignment_version_id");

-- CreateIndex
CREATE INDEX "calibrations_organization_id_idx" ON "calibrations"("organization_id");

-- CreateIndex
CREATE INDEX "rubric_versions_organization_id_idx" ON "rubric_versions"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "rubric_versions_assignment_version_id_version_key" ON "rubric_versions"("assignment_version_id", "version");

-- CreateIndex
CREATE INDEX "criteria_organization_id_idx" ON "criteria"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "criteria_rubric_version_id_key_key" ON "criteria"("rubric_version_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "cohorts_organization_id_slug_key" ON "cohorts"("organization_id", "slug");

-- CreateIndex
CREATE INDEX "enrollments_organization_id_user_id_idx" ON "enrollments"("organization_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "enrollments_cohort_id_user_id_key" ON "enrollments"("cohort_id", "user_id");

-- CreateIndex
CREATE INDEX "cohort_assignments_organization_id_idx" ON "cohort_assignments"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "cohort_assignments_cohort_id_assignment_id_key" ON "cohort_assignments"("cohort_id", "assignment_id");

-- CreateIndex
CREATE INDEX "extensions_organization_id_idx" ON "extensions"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "extensions_enrollment_id_assignment_id_key" ON "extensions"("enrollment_id", "assignment_id");

-- CreateIndex
CREATE INDEX "audit_events_organization_id_created_at_idx" ON "audit_events"("organization_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "uploads_organization_id_user_id_idx" ON "uploads"("organization_id", "user_id");

-- CreateIndex
CREATE INDEX "uploads_expires_at_idx" ON "uploads"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "organizations_slug_key" ON "organizations"("slug");

-- CreateIndex
CREATE INDEX "memberships_user_id_idx" ON "memberships"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "memberships_organization_id_user_id_role_key" ON "memberships"("organization_id", "user_id", "role");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE INDEX "invitations_organization_id_status_idx" ON "invitations"("organization_id", "status");

-- CreateIndex
CREATE INDEX "quotas_organization_id_idx" ON "quotas"("organization_id");

-- CreateIndex
CREATE INDEX "issuer_keys_organization_id_idx" ON "issuer_keys"("organization_id");

-- CreateIndex
CREATE INDEX "credentials_organization_id_student_id_idx" ON "credentials"("organization_id", "student_id");

-- CreateIndex
CREATE UNIQUE INDEX "credentials_organization_id_status_index_key" ON "credentials"("organization_id", "status_index");

-- CreateIndex
CREATE UNIQUE INDEX "portfolios_slug_key" ON "portfolios"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "portfolios_organization_id_student_id_key" ON "portfolios"("organization_id", "student_id");

-- CreateIndex
CREATE INDEX "portfolio_items_organization_id_idx" ON "portfolio_items"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "portfolio_items_portfolio_id_run_id_key" ON "portfolio_items"("portfolio_id", "run_id");

-- CreateIndex
CREATE UNIQUE INDEX "share_links_token_hash_key" ON "share_links"("token_hash");

-- CreateIndex
CREATE INDEX "share_links_organization_id_idx" ON "share_links"("organization_id");

-- CreateIndex
CREATE INDEX "share_link_views_organization_id_share_link_id_idx" ON "share_link_views"("organization_id", "share_link_id");

-- CreateIndex
CREATE INDEX "candidate_projections_organization_id_idx" ON "candidate_projections"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "shortlist_entries_organization_id_manager_id_student_id_key" ON "shortlist_entries"("organization_id", "manager_id", "student_id");

-- CreateIndex
CREATE INDEX "contact_requests_organization_id_status_idx" ON "contact_requests"("organization_id", "status");

-- CreateIndex
CREATE INDEX "metric_values_organization_id_idx" ON "metric_values"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "metric_values_run_id_name_split_key" ON "metric_values"("run_id", "name", "split");

-- CreateIndex
CREATE INDEX "scores_run_id_created_at_idx" ON "scores"("run_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "scores_organization_id_idx" ON "scores"("organization_id");

-- CreateIndex
CREATE INDEX "manual_grades_run_id_criterion_id_created_at_idx" ON "manual_grades"("run_id", "criterion_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "manual_grades_organization_id_idx" ON "manual_grades"("organization_id");

-- CreateIndex
CREATE INDEX "regrade_requests_organization_id_status_idx" ON "regrade_requests"("organization_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "receipts_run_id_key" ON "receipts"("run_id");

-- CreateIndex
CREATE INDEX "receipts_organization_id_idx" ON "receipts"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "tracks_organization_id_slug_key" ON "tracks"("organization_id", "slug");

-- CreateIndex
CREATE INDEX "stages_organization_id_idx" ON "stages"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "stages_track_id_position_key" ON "stages"("track_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "stages_track_id_slug_key" ON "stages"("track_id", "slug");

-- CreateIndex
CREATE INDEX "lessons_organization_id_idx" ON "lessons"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "lessons_stage_id_slug_key" ON "lessons"("stage_id", "slug");

-- CreateIndex
CREATE INDEX "concept_diagrams_organization_id_idx" ON "concept_diagrams"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "concept_diagrams_track_id_slug_key" ON "concept_diagrams"("track_id", "slug");

-- CreateIndex
CREATE INDEX "submissions_organization_id_student_id_assignment_id_create_idx" ON "submissions"("organization_id", "student_id", "assignment_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "runs_organization_id_student_id_queued_at_idx" ON "runs"("organization_id", "student_id", "queued_at" DESC);

-- CreateIndex
CREATE INDEX "runs_status_queued_at_idx" ON "runs"("status", "queued_at");

-- CreateIndex
CREATE INDEX "runs_assignment_version_id_kind_status_idx" ON "runs"("assignment_version_id", "kind", "status");

-- CreateIndex
CREATE INDEX "runs_submission_id_idx" ON "runs"("submission_id");

-- CreateIndex
CREATE INDEX "runs_finished_at_idx" ON "runs"("finished_at");

-- CreateIndex
CREATE INDEX "run_phases_organization_id_idx" ON "run_phases"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "run_phases_run_id_attempt_position_key" ON "run_phases"("run_id", "attempt", "position");

-- CreateIndex
CREATE INDEX "run_log_chunks_organization_id_idx" ON "run_log_chunks"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "run_log_chunks_run_id_attempt_sequence_key" ON "run_log_chunks"("run_id", "attempt", "sequence");

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_stage_id_fkey" FOREIGN KEY ("stage_id") REFERENCES "stages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_versions" ADD CONSTRAINT "assignment_versions_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "datasets" ADD CONSTRAINT "datasets_assignment_version_id_fkey" FOREIGN KEY ("assignment_version_id") REFERENCES "assignment_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "splits" ADD CONSTRAINT "splits_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "datasets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "graders" ADD CONSTRAINT "graders_assignment_version_id_fkey" FOREIGN KEY ("assignment_version_id") REFERENCES "assignment_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calibrations" ADD CONSTRAINT "calibrations_assignment_version_id_fkey" FOREIGN KEY ("assignment_version_id") REFERENCES "assignment_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rubric_versions" ADD CONSTRAINT "rubric_versions_assignment_version_id_fkey" FOREIGN KEY ("assignment_version_id") REFERENCES "assignment_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "criteria" ADD CONSTRAINT "criteria_rubric_version_id_fkey" FOREIGN KEY ("rubric_version_id") REFERENCES "rubric_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohorts" ADD CONSTRAINT "cohorts_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohorts" ADD CONSTRAINT "cohorts_track_id_fkey" FOREIGN KEY ("track_id") REFERENCES "tracks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohorts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohort_assignments" ADD CONSTRAINT "cohort_assignments_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohorts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohort_assignments" ADD CONSTRAINT "cohort_assignments_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extensions" ADD CONSTRAINT "extensions_enrollment_id_fkey" FOREIGN KEY ("enrollment_id") REFERENCES "enrollments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_keys" ADD CONSTRAINT "user_keys_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio_items" ADD CONSTRAINT "portfolio_items_portfolio_id_fkey" FOREIGN KEY ("portfolio_id") REFERENCES "portfolios"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_links" ADD CONSTRAINT "share_links_portfolio_id_fkey" FOREIGN KEY ("portfolio_id") REFERENCES "portfolios"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_link_views" ADD CONSTRAINT "share_link_views_share_link_id_fkey" FOREIGN KEY ("share_link_id") REFERENCES "share_links"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "metric_values" ADD CONSTRAINT "metric_values_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scores" ADD CONSTRAINT "scores_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scores" ADD CONSTRAINT "scores_rubric_version_id_fkey" FOREIGN KEY ("rubric_version_id") REFERENCES "rubric_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "manual_grades" ADD CONSTRAINT "manual_grades_criterion_id_fkey" FOREIGN KEY ("criterion_id") REFERENCES "criteria"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tracks" ADD CONSTRAINT "tracks_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stages" ADD CONSTRAINT "stages_track_id_fkey" FOREIGN KEY ("track_id") REFERENCES "tracks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_stage_id_fkey" FOREIGN KEY ("stage_id") REFERENCES "stages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "concept_diagrams" ADD CONSTRAINT "concept_diagrams_track_id_fkey" FOREIGN KEY ("track_id") REFERENCES "tracks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "runs" ADD CONSTRAINT "runs_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submissions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "runs" ADD CONSTRAINT "runs_assignment_version_id_fkey" FOREIGN KEY ("assignment_version_id") REFERENCES "assignment_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_phases" ADD CONSTRAINT "run_phases_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_log_chunks" ADD CONSTRAINT "run_log_chunks_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;
