import { Prisma } from './generated/client.js';

/**
 * A condition on an enrollment `e`: its person is currently a student of the cohort, and was neither taken out of it nor
 * removed from the organization. The enrollment itself stays, so that somebody who comes back has what they had.
 */
export const isStudying = Prisma.sql`(e.withdrawn_at IS NULL AND EXISTS (
  SELECT 1 FROM memberships m WHERE m.organization_id = e.organization_id AND m.user_id = e.user_id AND m.role = 'STUDENT'))`;
