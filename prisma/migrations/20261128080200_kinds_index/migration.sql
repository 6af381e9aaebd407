CREATE INDEX CONCURRENTLY candidate_results_kind_idx ON candidate_results (assignment_slug, assignment_title, kind);
