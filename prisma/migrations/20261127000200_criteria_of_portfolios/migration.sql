-- What a result was judged by, criterion by criterion: shown where the student chooses so, and nowhere before they do.
ALTER TABLE portfolio_items ADD COLUMN shows_criteria boolean NOT NULL DEFAULT false;
