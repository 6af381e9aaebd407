-- Mail that is to be sent. It belongs to the deployment, not to a tenant: a person has one account, whatever their
-- organizations. A row names its recipient; the address is looked up when a worker takes it, so that erasing an account
-- leaves no address behind here. A row is deleted once a server has taken the mail.
CREATE TABLE outgoing_mail (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  recipient_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('PASSWORD_RESET', 'PASSWORD_CHANGED')),
  -- What only the recipient may know, sealed under the deployment's secret.
  secret bytea,
  failures int NOT NULL DEFAULT 0,
  -- Moved on when a worker takes the mail: one that is killed meanwhile leaves it to the next.
  due_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  -- Not worth sending after this.
  expires_at timestamptz(3) NOT NULL,
  given_up_at timestamptz(3),
  last_failure text,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CHECK ((kind = 'PASSWORD_RESET') = (secret IS NOT NULL) OR given_up_at IS NOT NULL)
);
CREATE INDEX outgoing_mail_due ON outgoing_mail (due_at) WHERE given_up_at IS NULL;
CREATE INDEX outgoing_mail_given_up ON outgoing_mail (given_up_at) WHERE given_up_at IS NOT NULL;

GRANT USAGE ON SCHEMA public TO holdout_auth;
GRANT INSERT ON outgoing_mail TO holdout_auth;
GRANT SELECT, UPDATE, DELETE ON outgoing_mail TO holdout_worker;

-- The address and name of a person who is to get a mail, and of nobody else.
GRANT SELECT (name) ON auth."user" TO holdout_system;
GRANT SELECT ON outgoing_mail TO holdout_system;
CREATE FUNCTION mail_recipient(p_mail_id uuid) RETURNS TABLE (address text, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT u.email, u.name FROM outgoing_mail m JOIN auth."user" u ON u.id = m.recipient_id
  WHERE m.id = p_mail_id AND m.given_up_at IS NULL
$$;
GRANT CREATE ON SCHEMA public TO holdout_system;
REVOKE EXECUTE ON FUNCTION mail_recipient(uuid) FROM PUBLIC;
ALTER FUNCTION mail_recipient(uuid) OWNER TO holdout_system;
GRANT EXECUTE ON FUNCTION mail_recipient(uuid) TO holdout_worker;
REVOKE CREATE ON SCHEMA public FROM holdout_system;
