import { SetMetadata } from '@nestjs/common';
import { ForbiddenError, type Role } from '@holdout/domain';
import type { Operation } from './operation.js';

/** Who may use an operation. Every resolver and route states one; the guard denies those that do not. */
export type Access =
  | { kind: 'public' }
  | { kind: 'signed-in' }
  /** Any of these roles in the organization the request is in. */
  | { kind: 'roles'; roles: readonly Role[] }
  /** Who operates the deployment, whichever organization they are in; members with these roles besides. */
  | { kind: 'operators'; roles: readonly Role[] };

export const ACCESS = 'holdout:access';

export const Public = () => SetMetadata(ACCESS, { kind: 'public' } satisfies Access);
export const SignedIn = () => SetMetadata(ACCESS, { kind: 'signed-in' } satisfies Access);
export const AllowRoles = (...roles: readonly Role[]) =>
  SetMetadata(ACCESS, { kind: 'roles', roles } satisfies Access);

export const AllowOperators = (...roles: readonly Role[]) =>
  SetMetadata(ACCESS, { kind: 'operators', roles } satisfies Access);

/** @throws ForbiddenError for whoever looks at the pages as somebody else */
export async function assertMayWrite(operation: Operation): Promise<void> {
  if ((await operation.viewer())?.impersonation)
    throw new ForbiddenError(
      'You are viewing as somebody else, and cannot change anything for them. Stop viewing first.',
    );
}

/** @throws ForbiddenError for a sign-in that opens one organization: what is the whole account's is not its to change */
export function assertWholeAccount({ boundTo }: { boundTo: string | null }): void {
  if (boundTo === null) return;
  throw new ForbiddenError(
    'You signed in through your organization, which opens that organization only. Sign in with your own password or passkey to do this; if you have none, choose one with “Forgot your password?” at sign-in.',
  );
}

/** @throws UnauthenticatedError, ForbiddenError */
export async function authorize(operation: Operation, access: Access): Promise<void> {
  if (access.kind === 'public') return;
  const viewer = await operation.signedIn();
  if (access.kind === 'signed-in') {
    if (viewer.impersonation)
      throw new ForbiddenError('Only they can see this. Stop viewing as somebody else to see your own.');
    return;
  }
  if (access.kind === 'operators' && viewer.isOperator) return;
  const member = await operation.member();
  if (!access.roles.some((role) => member.roles.has(role))) {
    throw new ForbiddenError(
      `This needs another role in ${member.organization.name}. Ask its administrator if you should have it.`,
    );
  }
}
