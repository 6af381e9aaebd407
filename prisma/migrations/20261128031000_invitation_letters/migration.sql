-- An invitation is mailed. Whoever is invited need not have an account: their address stands sealed with the invitation for as long as
-- that can be mailed, and nowhere else.
CREATE TYPE "LetterState" AS ENUM ('NONE', 'WAITING', 'SENT', 'GIVEN_UP');
ALTER TABLE invitations
  -- Under the deployment's secret, bound to the invitation.
  ADD COLUMN sealed_email bytea,
  ADD COLUMN letter "LetterState" NOT NULL DEFAULT 'NONE',
  -- Since when that is so.
  ADD COLUMN letter_at timestamptz(3),
  -- Why no server took it, as the last one said.
  ADD COLUMN letter_problem text,
  -- Letters within the day that began with the first of them.
  ADD COLUMN letters int NOT NULL DEFAULT 0,
  ADD COLUMN letters_since timestamptz(3);

-- recipient_id of such a letter is the invitation's, and the secret what its link ends with.
ALTER TABLE outgoing_mail
  DROP CONSTRAINT outgoing_mail_kind_check,
  DROP CONSTRAINT outgoing_mail_check,
  ADD CONSTRAINT outgoing_mail_kind_check
    CHECK (kind IN ('PASSWORD_RESET', 'PASSWORD_CHANGED', 'NOTIFICATION', 'INVITATION')) NOT VALID,
  ADD CONSTRAINT outgoing_mail_check
    CHECK ((kind IN ('PASSWORD_RESET', 'INVITATION')) = (secret IS NOT NULL) OR given_up_at IS NOT NULL) NOT VALID;

GRANT DELETE ON outgoing_mail TO holdout_system;
GRANT UPDATE (sealed_email, letter, letter_at, letter_problem, letters, letters_since) ON invitations TO holdout_system;
CREATE POLICY system_update ON invitations FOR UPDATE TO holdout_system USING (true) WITH CHECK (true);

-- Leaves letters for open invitations of this organization, in place of such as wait; answers for which. An address gets no more than
-- p_per_address within a day, whoever invites it, and an organization sends no more than p_per_organization. They fall due one after
-- the other, so that a whole school holds up nobody who waits for a new password.
CREATE FUNCTION leave_invitation_letters(
  p_invitations uuid[], p_secrets bytea[], p_per_address int, p_per_organization int, p_per_second int)
RETURNS SETOF uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE today bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('invitation-letters:' || current_organization(), 0));
  SELECT coalesce(sum(i.letters), 0) INTO today FROM invitations i
    WHERE i.organization_id = current_organization() AND i.letters_since > now() - interval '1 day';
  DELETE FROM outgoing_mail m USING invitations i
    WHERE m.kind = 'INVITATION' AND m.recipient_id = ANY (p_invitations)
      AND i.id = m.recipient_id AND i.organization_id = current_organization();
  RETURN QUERY
  WITH asked AS (
    SELECT i.id, i.email_hash, i.expires_at, n.secret, n.place
    FROM unnest(p_invitations, p_secrets) WITH ORDINALITY AS n(id, secret, place)
    JOIN invitations i ON i.id = n.id
    WHERE i.organization_id = current_organization() AND i.status = 'PENDING' AND i.sealed_email IS NOT NULL
  ), had AS (
    SELECT a.email_hash, sum(i.letters) AS letters
    FROM (SELECT DISTINCT email_hash FROM asked) a
    JOIN invitations i ON i.email_hash = a.email_hash AND i.letters_since > now() - interval '1 day'
    GROUP BY a.email_hash
  ), numbered AS (
    SELECT a.*, coalesce(h.letters, 0) + row_number() OVER (PARTITION BY a.email_hash ORDER BY a.place) AS of_address
    FROM asked a LEFT JOIN had h ON h.email_hash = a.email_hash
  ), left_now AS (
    SELECT n.*, row_number() OVER (ORDER BY n.place) AS nth FROM numbered n WHERE n.of_address <= p_per_address
    ORDER BY n.place LIMIT greatest(p_per_organization - today, 0)
  ), mailed AS (
    INSERT INTO outgoing_mail (kind, recipient_id, secret, due_at, expires_at)
    SELECT 'INVITATION', l.id, l.secret, now() + make_interval(secs => (l.nth - 1)::float8 / p_per_second), l.expires_at
    FROM left_now l
  )
  UPDATE invitations i SET letter = 'WAITING', letter_at = now(), letter_problem = NULL,
    letters = CASE WHEN i.letters_since > now() - interval '1 day' THEN i.letters + 1 ELSE 1 END,
    letters_since = CASE WHEN i.letters_since > now() - interval '1 day' THEN i.letters_since ELSE now() END
  FROM left_now l WHERE i.id = l.id
  RETURNING i.id;
END $$;

-- What a letter says; no row once there is nothing to say to anybody.
CREATE FUNCTION invitation_letter(p_mail_id uuid)
RETURNS TABLE (sealed_email bytea, invited_by text, organization text, role "Role", cohort text, expires_at timestamptz, time_zone text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT i.sealed_email, u.name, o.name, i.role, c.name, i.expires_at, coalesce(c.time_zone, 'UTC')
  FROM outgoing_mail m
  JOIN invitations i ON i.id = m.recipient_id AND i.status = 'PENDING' AND i.expires_at > now() AND i.sealed_email IS NOT NULL
  JOIN organizations o ON o.id = i.organization_id AND o.archived_at IS NULL
  LEFT JOIN cohorts c ON c.id = i.cohort_id AND i.role = 'STUDENT'
  LEFT JOIN auth."user" u ON u.id = i.invited_by_id
  WHERE m.id = p_mail_id AND m.kind = 'INVITATION' AND m.given_up_at IS NULL
$$;

-- A server took it.
CREATE FUNCTION mail_sent(p_mail_id uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE invitations i SET letter = 'SENT', letter_at = now(), letter_problem = NULL
    FROM outgoing_mail m WHERE m.id = p_mail_id AND m.kind = 'INVITATION' AND i.id = m.recipient_id;
  DELETE FROM outgoing_mail WHERE id = p_mail_id;
$$;

-- An address is kept for p_days after its invitation has expired: as long as somebody may think of sending it again.
CREATE FUNCTION forget_invited_addresses(p_days int) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE invitations SET sealed_email = NULL
    WHERE sealed_email IS NOT NULL AND expires_at < now() - make_interval(days => p_days)
$$;

-- What becomes of a letter is told to its invitation, whoever takes it in hand.
CREATE FUNCTION tell_invitation() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    -- Had it been sent, the invitation would say so already.
    UPDATE invitations SET letter = 'NONE', letter_at = NULL, letter_problem = NULL
      WHERE id = OLD.recipient_id AND letter = 'WAITING';
  ELSE
    UPDATE invitations SET letter_problem = NEW.last_failure,
      letter = CASE WHEN NEW.given_up_at IS NULL THEN letter ELSE 'GIVEN_UP' END,
      letter_at = CASE WHEN NEW.given_up_at IS NULL THEN letter_at ELSE now() END
      WHERE id = NEW.recipient_id AND letter = 'WAITING';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_invitation AFTER UPDATE OF failures, given_up_at ON outgoing_mail FOR EACH ROW
  WHEN (NEW.kind = 'INVITATION') EXECUTE FUNCTION tell_invitation();
CREATE TRIGGER tell_invitation_of_end AFTER DELETE ON outgoing_mail FOR EACH ROW
  WHEN (OLD.kind = 'INVITATION') EXECUTE FUNCTION tell_invitation();

-- An invitation that was accepted or withdrawn is mailed to nobody, and its address is kept no longer.
CREATE FUNCTION forget_invited_address() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  NEW.sealed_email := NULL;
  RETURN NEW;
END $$;
CREATE FUNCTION withdraw_invitation_letter() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  DELETE FROM outgoing_mail WHERE kind = 'INVITATION' AND recipient_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER forget_address BEFORE UPDATE OF status ON invitations FOR EACH ROW
  WHEN (NEW.status <> 'PENDING') EXECUTE FUNCTION forget_invited_address();
CREATE TRIGGER withdraw_letter AFTER UPDATE OF status ON invitations FOR EACH ROW
  WHEN (OLD.status = 'PENDING' AND NEW.status <> 'PENDING') EXECUTE FUNCTION withdraw_invitation_letter();

GRANT CREATE ON SCHEMA public TO holdout_system;
DO $$
DECLARE signature text;
BEGIN
  FOREACH signature IN ARRAY ARRAY['leave_invitation_letters(uuid[], bytea[], int, int, int)', 'invitation_letter(uuid)', 'mail_sent(uuid)',
    'forget_invited_addresses(int)', 'tell_invitation()', 'withdraw_invitation_letter()']
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('ALTER FUNCTION %s OWNER TO holdout_system', signature);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION leave_invitation_letters(uuid[], bytea[], int, int, int) TO holdout_api;
GRANT EXECUTE ON FUNCTION invitation_letter(uuid), mail_sent(uuid), forget_invited_addresses(int) TO holdout_worker;
REVOKE CREATE ON SCHEMA public FROM holdout_system;
