-- Nobody puts somebody else into a team or takes them out, but those who teach. The service says so too, with reasons.
CREATE POLICY own_place ON team_members AS RESTRICTIVE FOR INSERT TO holdout_api
  WITH CHECK (user_id = (SELECT current_app_user()) OR (SELECT sees_held_grades()));
CREATE POLICY own_leave ON team_members AS RESTRICTIVE FOR DELETE TO holdout_api
  USING (user_id = (SELECT current_app_user()) OR (SELECT sees_held_grades()));
