import { Prisma } from './generated/client.js';

/**
 * Of an enrollment `e`: whether its person is a student of the cohort now, neither taken out of it nor removed from the
 * organization. Their enrollment stays, so that whoever comes back has what they had.
 */
export const isStudying = Prisma.sql`(e.withdrawn_at IS NULL AND EXISTS (
  SELECT 1 FROM memberships m WHERE m.organization_id = e.organization_id AND m.user_id = e.user_id AND m.role = 'STUDENT'))`;
