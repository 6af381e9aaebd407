-- Every table with an organization_id is a tenant's. The transaction says for whom it speaks; without that nothing is
-- read and nothing can be written. FORCE binds the owner of the tables too, so that migrations and seeds obey as well.

-- An empty string is what a pooled connection has left after a transaction that set the value locally.
CREATE FUNCTION current_organization() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, public AS
$$ SELECT NULLIF(current_setting('app.organization_id', true), '')::uuid $$;

CREATE FUNCTION current_app_user() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, public AS
$$ SELECT NULLIF(current_setting('app.user_id', true), '')::uuid $$;

DO $$
DECLARE tenant_table text;
BEGIN
  FOR tenant_table IN
    SELECT c.table_name FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND c.column_name = 'organization_id' AND t.table_type = 'BASE TABLE'
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    -- The sub-select is evaluated once per statement, not once per row.
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING (organization_id = (SELECT current_organization())) '
      'WITH CHECK (organization_id = (SELECT current_organization()))', tenant_table);
  END LOOP;
END $$;

ALTER TABLE organizations ENABLE ROW LEVEL SECURITY;
ALTER TABLE organizations FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON organizations
  USING (id = (SELECT current_organization())) WITH CHECK (id = (SELECT current_organization()));

-- A person is seen by themselves and, through a membership, by the organizations they belong to.
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
ALTER TABLE users FORCE ROW LEVEL SECURITY;
CREATE POLICY seen ON users FOR SELECT USING (
  id = (SELECT current_app_user())
  OR EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = users.id AND m.organization_id = (SELECT current_organization()))
);
CREATE POLICY own_insert ON users FOR INSERT WITH CHECK (id = (SELECT current_app_user()) AND NOT is_operator);
CREATE POLICY own_update ON users FOR UPDATE
  USING (id = (SELECT current_app_user())) WITH CHECK (id = (SELECT current_app_user()));
CREATE POLICY own_delete ON users FOR DELETE USING (id = (SELECT current_app_user()));

ALTER TABLE user_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY seen ON user_keys FOR SELECT USING (EXISTS (SELECT 1 FROM users u WHERE u.id = user_keys.user_id));
CREATE POLICY own_insert ON user_keys FOR INSERT WITH CHECK (user_id = (SELECT current_app_user()));
CREATE POLICY own_update ON user_keys FOR UPDATE
  USING (user_id = (SELECT current_app_user())) WITH CHECK (user_id = (SELECT current_app_user()));
CREATE POLICY own_delete ON user_keys FOR DELETE USING (user_id = (SELECT current_app_user()));
