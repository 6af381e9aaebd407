-- Pages of long lists are walks along an index, however many rows there are.
CREATE INDEX runs_organization_id_queued_at_id_idx ON runs (organization_id, queued_at DESC, id DESC);

-- Comparing an enum is not leakproof, so under row-level security a condition on one finds nothing in an index: a board with the split
-- as a column of its index was sorted whole. One index for each board needs no such condition.
DROP INDEX leaderboard_entries_by_value;
CREATE INDEX leaderboard_entries_public ON leaderboard_entries (assignment_version_id, value DESC, id)
  WHERE split = 'PUBLIC_TEST';
CREATE INDEX leaderboard_entries_private ON leaderboard_entries (assignment_version_id, value DESC, id)
  WHERE split = 'PRIVATE_TEST';
