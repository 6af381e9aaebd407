-- Whether somebody's look at something is on record already, and what happened to one thing.
CREATE INDEX audit_events_subject ON audit_events (organization_id, subject_id, action);
