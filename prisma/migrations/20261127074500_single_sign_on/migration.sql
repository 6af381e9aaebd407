-- Single sign-on: an organization's own identity provider, spoken to by OpenID Connect, and the e-mail domains that the
-- organization has shown to own. The secret is sealed under the deployment's.
CREATE TABLE identity_providers (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL UNIQUE REFERENCES organizations (id),
  issuer text NOT NULL CHECK (length(issuer) BETWEEN 1 AND 500),
  client_id text NOT NULL CHECK (length(client_id) BETWEEN 1 AND 255),
  client_secret bytea NOT NULL,
  joins_as_student boolean NOT NULL DEFAULT false,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE email_domains (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organizations (id),
  domain text NOT NULL CHECK (length(domain) BETWEEN 3 AND 253 AND domain = lower(domain)),
  -- What its owner puts into the records of the domain.
  token text NOT NULL,
  proven_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  UNIQUE (organization_id, domain)
);
CREATE INDEX email_domains_domain_idx ON email_domains (domain) WHERE proven_at IS NOT NULL;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['identity_providers', 'email_domains'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I USING (organization_id = (SELECT current_organization())) '
      'WITH CHECK (organization_id = (SELECT current_organization()))', name);
    EXECUTE format('CREATE POLICY system ON %I FOR SELECT TO holdout_system USING (true)', name);
  END LOOP;
END $$;
GRANT SELECT, INSERT, DELETE, UPDATE (client_secret, joins_as_student, updated_at) ON identity_providers TO holdout_api;
GRANT SELECT, INSERT, DELETE, UPDATE (proven_at) ON email_domains TO holdout_api;
GRANT SELECT (organization_id) ON identity_providers TO holdout_system;
GRANT SELECT (organization_id, domain, proven_at) ON email_domains TO holdout_system;

-- A session that an identity provider opened opens its organization alone; null for all others.
ALTER TABLE "auth"."session" ADD COLUMN "organizationId" uuid;
CREATE INDEX "session_organizationId_idx" ON "auth"."session" ("organizationId") WHERE "organizationId" IS NOT NULL;
-- Whom a provider knows is one person here.
CREATE UNIQUE INDEX "account_single_sign_on_key" ON "auth"."account" ("providerId", "accountId") WHERE "providerId" LIKE 'sso:%';

-- Sign-ins that are under way at a provider. Each is used once, by the browser that began it.
CREATE TABLE "auth"."singleSignOn" (
  -- SHA-256 of the state and of the browser's secret, hex.
  "stateHash" text PRIMARY KEY,
  "browserHash" text NOT NULL,
  "organizationId" uuid NOT NULL,
  "providerId" uuid NOT NULL,
  "nonce" text NOT NULL,
  "codeVerifier" text NOT NULL,
  "next" text NOT NULL,
  "expiresAt" timestamptz NOT NULL
);
CREATE INDEX "singleSignOn_expiresAt_idx" ON "auth"."singleSignOn" ("expiresAt");
GRANT SELECT, INSERT, DELETE ON "auth"."singleSignOn" TO holdout_auth;

GRANT CREATE ON SCHEMA public TO holdout_system;
-- Where people of an e-mail domain may sign in: organizations that have shown to own it and have a provider.
CREATE FUNCTION single_sign_on_of_domain(p_domain text) RETURNS TABLE (slug text, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT o.slug, o.name FROM email_domains d
  JOIN identity_providers p ON p.organization_id = d.organization_id
  JOIN organizations o ON o.id = d.organization_id AND o.archived_at IS NULL
  WHERE d.domain = p_domain AND d.proven_at IS NOT NULL ORDER BY o.name LIMIT 20
$$;
REVOKE EXECUTE ON FUNCTION single_sign_on_of_domain(text) FROM PUBLIC;
ALTER FUNCTION single_sign_on_of_domain(text) OWNER TO holdout_system;

GRANT SELECT ("organizationId") ON auth."session" TO holdout_system;
DROP FUNCTION viewer_of_session(text);
CREATE FUNCTION viewer_of_session(p_token text)
RETURNS TABLE (session_id uuid, user_id uuid, name text, email text, bound_to uuid, is_operator boolean, memberships jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT s.id, u.id, u.name, u.email, s."organizationId", s."organizationId" IS NULL AND public.is_operator(u.id), coalesce((
    SELECT jsonb_agg(jsonb_build_object('id', m.id, 'role', m.role, 'organizationId', m.organization_id,
      'organizationSlug', m.organization_slug, 'organizationName', m.organization_name))
    FROM public.memberships_of(u.id) m WHERE s."organizationId" IS NULL OR m.organization_id = s."organizationId"), '[]')
  FROM auth."session" s JOIN auth."user" u ON u.id = s."userId"
  WHERE s."token" = p_token AND s."expiresAt" > now()
$$;
REVOKE EXECUTE ON FUNCTION viewer_of_session(text) FROM PUBLIC;
ALTER FUNCTION viewer_of_session(text) OWNER TO holdout_system;
REVOKE CREATE ON SCHEMA public FROM holdout_system;
GRANT EXECUTE ON FUNCTION single_sign_on_of_domain(text), viewer_of_session(text) TO holdout_api;
