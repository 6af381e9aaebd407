-- The kinds of results that were there before. They are those of who consented: this is soon done. Whoever changes what they show waits
-- meanwhile; who searches does not.
SET ROLE holdout_system;
LOCK TABLE candidate_results IN SHARE ROW EXCLUSIVE MODE;
UPDATE candidate_results SET metrics = metrics;
RESET ROLE;
