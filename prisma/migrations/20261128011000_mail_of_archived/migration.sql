-- As before, and an archived organization mails nobody. The body only: owner and grants stay.
CREATE OR REPLACE FUNCTION mail_recipient(p_mail_id uuid) RETURNS TABLE (address text, name text, organization_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT u.email, u.name, n.organization_id
  FROM outgoing_mail m JOIN auth."user" u ON u.id = m.recipient_id
  LEFT JOIN notifications n ON n.id = m.notification_id
  WHERE m.id = p_mail_id AND m.given_up_at IS NULL
    -- Whoever left hears nothing more of an organization.
    AND (n.id IS NULL OR EXISTS (
      SELECT 1 FROM memberships s JOIN organizations o ON o.id = s.organization_id AND o.archived_at IS NULL
      WHERE s.user_id = u.id AND s.organization_id = n.organization_id))
$$;
