-- As before, but one organization after the other. One statement that locks the rows and changes them waits for itself where another
-- transaction has changed a row meanwhile: it locks the newest version, then comes to that from the one it saw, behind whoever waits there.
-- Body only: owner and grants stay.
CREATE OR REPLACE FUNCTION write_board_revisions(p_organizations uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE organization uuid;
BEGIN
  PERFORM write_student_revisions();
  FOR organization IN SELECT DISTINCT unnest(p_organizations) ORDER BY 1 LOOP
    UPDATE organizations SET board_revision = own_revision() WHERE id = organization AND board_revision <> own_revision();
  END LOOP;
END $$;
