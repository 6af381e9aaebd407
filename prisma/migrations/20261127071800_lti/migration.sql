-- LTI 1.3 Advantage: learning platforms that an organization registered, what people launch from there, and who they are here.

-- What an organization signs with towards platforms. The private half is sealed under the deployment's secret.
CREATE TABLE lti_keys (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL UNIQUE REFERENCES organizations (id),
  public_jwk jsonb NOT NULL,
  sealed_private_key bytea NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE lti_platforms (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
  issuer text NOT NULL,
  client_id text NOT NULL,
  deployment_id text NOT NULL,
  authorization_url text NOT NULL,
  token_url text NOT NULL,
  jwks_url text NOT NULL,
  -- Whoever launches joins: an account is made for them, and they get the role that they have there.
  admits_people boolean NOT NULL,
  highest_role "Role" NOT NULL CHECK (highest_role IN ('STUDENT', 'TEACHING_ASSISTANT', 'INSTRUCTOR')),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  removed_at timestamptz(3)
);
CREATE UNIQUE INDEX lti_platforms_key ON lti_platforms (organization_id, issuer, client_id, deployment_id)
  WHERE removed_at IS NULL;

-- One launch: begun by the platform, verified when the browser comes back with a token, taken up by the browser that began it.
CREATE TABLE lti_launches (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  platform_id uuid NOT NULL REFERENCES lti_platforms (id),
  -- SHA-256 of what the browser holds in a cookie, and of the state that the platform gives back.
  browser_hash text NOT NULL,
  state_hash text NOT NULL UNIQUE,
  nonce text NOT NULL,
  -- The state was given back: it is good once.
  answered_at timestamptz(3),
  -- What the token said, sealed under the deployment's secret; null until it was verified.
  sealed_message bytea,
  -- Somebody was signed in by it: that is done once, too.
  signed_in_at timestamptz(3),
  -- Whose launch it is, once that is known.
  user_id uuid REFERENCES users (id),
  expires_at timestamptz(3) NOT NULL
);
CREATE INDEX lti_launches_expires_at_idx ON lti_launches (organization_id, expires_at);

-- Who somebody of a platform is here.
CREATE TABLE lti_accounts (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  platform_id uuid NOT NULL REFERENCES lti_platforms (id),
  subject text NOT NULL,
  user_id uuid NOT NULL REFERENCES users (id),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (platform_id, subject)
);
-- Nobody is two people of one platform: their grades would go to either.
CREATE UNIQUE INDEX lti_accounts_user_id_key ON lti_accounts (platform_id, user_id);
CREATE INDEX lti_accounts_organization_id_user_id_idx ON lti_accounts (organization_id, user_id);

-- A link in a course of a platform, and the assignment of a cohort that it opens.
CREATE TABLE lti_links (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  platform_id uuid NOT NULL REFERENCES lti_platforms (id),
  resource_link_id text NOT NULL,
  cohort_id uuid NOT NULL REFERENCES cohorts (id),
  assignment_id uuid NOT NULL REFERENCES assignments (id),
  context_id text,
  context_title text NOT NULL DEFAULT '',
  -- Where grades go, and where the course's members are listed, as the newest launch said.
  line_item_url text,
  members_url text,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  launched_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  UNIQUE (platform_id, resource_link_id)
);
CREATE INDEX lti_links_cohort_id_assignment_id_idx ON lti_links (cohort_id, assignment_id);
CREATE INDEX lti_links_organization_id_idx ON lti_links (organization_id);

DO $$
DECLARE tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['lti_keys', 'lti_platforms', 'lti_launches', 'lti_accounts', 'lti_links'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING (organization_id = (SELECT current_organization())) '
      'WITH CHECK (organization_id = (SELECT current_organization()))', tenant_table);
  END LOOP;
END $$;

GRANT SELECT, INSERT ON lti_keys, lti_platforms TO holdout_api;
GRANT UPDATE (name, admits_people, highest_role, removed_at) ON lti_platforms TO holdout_api;
GRANT SELECT, INSERT, DELETE ON lti_launches, lti_accounts TO holdout_api;
GRANT UPDATE (answered_at, sealed_message, signed_in_at, user_id) ON lti_launches TO holdout_api;
GRANT SELECT, INSERT, DELETE ON lti_links TO holdout_api;
GRANT UPDATE (cohort_id, assignment_id, context_id, context_title, line_item_url, members_url, launched_at) ON lti_links TO holdout_api;
