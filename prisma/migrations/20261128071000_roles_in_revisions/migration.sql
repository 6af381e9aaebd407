-- Whoever teaches sees grades that are held. A role that is given or taken between looking up who asks and reading for them would leave
-- what the one may see among what is kept for the other.
CREATE CONSTRAINT TRIGGER cohort_change AFTER INSERT OR UPDATE OR DELETE ON memberships
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_cohort_change();
