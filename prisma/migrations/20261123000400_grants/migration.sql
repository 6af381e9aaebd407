-- What each role may do where row-level security lets it. Roles are made by the migration runner.
GRANT USAGE ON SCHEMA public TO holdout_api, holdout_worker, holdout_system;

-- The API reads what belongs to a tenant and writes what people write. Results are the worker's.
GRANT SELECT ON ALL TABLES IN SCHEMA public TO holdout_api;
GRANT INSERT, UPDATE, DELETE ON
  user_keys, memberships, invitations, quotas, tracks, stages, lessons, concept_diagrams, cohorts, enrollments,
  cohort_assignments, extensions, assignments, assignment_versions, datasets, splits, graders, rubric_versions, criteria,
  regrade_requests, portfolios, portfolio_items, share_links, share_link_views, candidate_projections, shortlist_entries,
  contact_requests, uploads TO holdout_api;
-- Who operates the deployment is nothing that the API decides.
GRANT INSERT, DELETE, UPDATE (display_name) ON users TO holdout_api;
GRANT INSERT ON submissions, runs, manual_grades, audit_events TO holdout_api;
-- Cancelling is all that the API does to a run.
GRANT UPDATE (status, outcome, message, cancel_requested_at, finished_at) ON runs TO holdout_api;
GRANT UPDATE (name) ON organizations TO holdout_api;
GRANT UPDATE (paused_at) ON workers TO holdout_api;

-- The worker reads what it grades and writes what came of it. It also publishes.
GRANT SELECT ON
  organizations, memberships, tracks, stages, cohorts, cohort_assignments, enrollments, extensions, assignments, assignment_versions, datasets,
  splits, graders, calibrations, rubric_versions, criteria, submissions, runs, run_phases, run_log_chunks, metric_values,
  scores, manual_grades, receipts, audit_events, uploads, workers TO holdout_worker;
GRANT INSERT ON
  assignments, assignment_versions, datasets, splits, graders, calibrations, rubric_versions, criteria, cohort_assignments,
  run_phases, run_log_chunks, metric_values, scores, receipts, runs, audit_events, workers, extensions TO holdout_worker;
GRANT UPDATE ON assignments, assignment_versions, calibrations, runs, run_phases, workers, extensions TO holdout_worker;
GRANT DELETE ON workers, uploads TO holdout_worker;

GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO holdout_api, holdout_worker;

-- Functions are called by those who are named, not by everyone.
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON FUNCTION current_organization(), current_app_user() TO holdout_api, holdout_worker, holdout_system;
