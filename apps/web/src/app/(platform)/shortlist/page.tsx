import { getTranslations } from 'next-intl/server';
import { ShortlistTable } from '@/features/hiring/shortlist-table';
import { ShortlistDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { LinkButton } from '@/ui/link-button';
import { Empty, PageHead } from '@/ui/page';

export const generateMetadata = () => titled('shortlist');

async function Page() {
  const [{ shortlist, sentContactRequests }, t] = await Promise.all([
    load(ShortlistDocument, {}),
    getTranslations('hiring'),
  ]);
  return (
    <>
      <PageHead title={t('shortlist')} lead={t('shortlistLead')} />
      {shortlist.length === 0 ? (
        <Empty
          title={t('shortlistEmptyTitle')}
          action={
            <LinkButton mt="md" href="/candidates">
              {t('toSearch')}
            </LinkButton>
          }
        >
          {t('shortlistEmpty')}
        </Empty>
      ) : (
        <ShortlistTable rows={shortlist} sent={sentContactRequests} />
      )}
    </>
  );
}

export default withMessages(['hiring', 'points', 'skillName'], Page);
