import { getTranslations } from 'next-intl/server';
import { forbidden } from 'next/navigation';
import { CredentialList } from '@/features/credentials/credential-list';
import { readViewer, rolesIn } from '@/features/viewer/read-viewer';
import { MyCredentialsDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { LinkButton } from '@/ui/link-button';
import { Empty, PageHead } from '@/ui/page';

export const generateMetadata = () => titled('credentials');

async function Page() {
  const viewer = await readViewer();
  if (!viewer || !rolesIn(viewer).includes('STUDENT')) forbidden();
  const [{ myCredentials }, t] = await Promise.all([
    load(MyCredentialsDocument, {}),
    getTranslations('credentials'),
  ]);
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      {myCredentials.length === 0 ? (
        <Empty
          title={t('emptyTitle')}
          action={
            <LinkButton mt="md" href="/assignments">
              {t('emptyAction')}
            </LinkButton>
          }
        >
          {t('empty')}
        </Empty>
      ) : (
        <CredentialList credentials={myCredentials} isHolder issuerSlug={viewer.organization?.slug ?? null} />
      )}
    </>
  );
}

export default withMessages(['credentials', 'reproduction'], Page);
