-- The variable was named like a column, so that a change was refused for ambiguity and not for the reason it should be.
CREATE OR REPLACE FUNCTION refuse_change_of_published_part() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE version_id uuid;
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'splits' THEN
      SELECT d.assignment_version_id INTO version_id FROM datasets d WHERE d.id = OLD.dataset_id;
    WHEN 'criteria' THEN
      SELECT r.assignment_version_id INTO version_id FROM rubric_versions r WHERE r.id = OLD.rubric_version_id;
    ELSE version_id := OLD.assignment_version_id;
  END CASE;
  IF EXISTS (SELECT 1 FROM assignment_versions v WHERE v.id = version_id AND v.published_at IS NOT NULL) THEN
    RAISE EXCEPTION 'assignment version % is published: % on % refused', version_id, lower(TG_OP), TG_TABLE_NAME
      USING ERRCODE = 'HD001';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
