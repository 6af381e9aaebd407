-- Whoever left the organization is found no more, and the consent ends with it: whoever comes back is asked again. The projection
-- follows the portfolio.
CREATE OR REPLACE FUNCTION follow_membership() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE portfolios p SET searchable_since = NULL
    WHERE p.student_id = OLD.user_id AND p.organization_id = OLD.organization_id AND p.searchable_since IS NOT NULL
      AND NOT is_student_of(OLD.user_id, OLD.organization_id);
  RETURN NULL;
END $$;
GRANT UPDATE (searchable_since) ON portfolios TO holdout_system;
CREATE POLICY system_consent ON portfolios FOR UPDATE TO holdout_system USING (true) WITH CHECK (true);
