import { cache } from 'react';
import { ViewerDocument, type Role, type ViewerQuery } from '@/generated/graphql';
import { load } from '@/lib/apollo/server';

export type Viewer = NonNullable<ViewerQuery['viewer']>;

/** Who asks, once per page; null when signed out. */
export const readViewer = cache(async (): Promise<Viewer | null> => (await load(ViewerDocument, {})).viewer);

/** The viewer's roles in the organization shown. */
export function rolesIn(viewer: Viewer): Role[] {
  return viewer.memberships
    .filter(({ organization }) => organization.slug === viewer.organization?.slug)
    .map(({ role }) => role);
}

/** A student who neither teaches nor administers: they keep to the versions that they began. */
export function isOnlyStudent(roles: readonly Role[]): boolean {
  return roles.includes('STUDENT') && !STAFF.some((role) => roles.includes(role));
}

const STAFF: readonly Role[] = ['TEACHING_ASSISTANT', 'INSTRUCTOR', 'ADMIN'];
