import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { ImpersonationBanner } from '@/features/impersonation/impersonation-banner';
import { Frame } from '@/features/frame/frame';
import { RailPlaces } from '@/features/frame/rail-places';
import { readViewer, rolesIn } from '@/features/viewer/read-viewer';
import { withMessages } from '@/i18n/with-messages';
import { signInPath } from '@/lib/apollo/server';

/** Everything behind the sign-in. */
async function PlatformLayout({ children }: { children: ReactNode }) {
  const viewer = await readViewer();
  if (!viewer) redirect(await signInPath());
  const organizations = new Map(
    viewer.memberships.map(({ organization }) => [organization.slug, organization]),
  );
  return (
    <Frame
      viewer={{
        name: viewer.name,
        email: viewer.email,
        isOperator: viewer.isOperator,
        organization: viewer.organization,
        organizations: [...organizations.values()],
        roles: rolesIn(viewer),
        branding: viewer.branding,
      }}
      places={<RailPlaces roles={rolesIn(viewer)} isOperator={viewer.isOperator} />}
      banner={
        viewer.impersonatedUntil && (
          <ImpersonationBanner name={viewer.name} until={viewer.impersonatedUntil} />
        )
      }
    >
      {children}
    </Frame>
  );
}

export default withMessages(['app', 'frame', 'impersonation', 'notifications', 'roles'], PlatformLayout);
