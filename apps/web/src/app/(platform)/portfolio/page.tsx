import { getTranslations } from 'next-intl/server';
import { BeginButton } from '@/features/portfolio/begin-button';
import { ConsentSwitch } from '@/features/portfolio/consent-switch';
import { ContactRequests } from '@/features/portfolio/contact-requests';
import { PortfolioEditor } from '@/features/portfolio/portfolio-editor';
import { PublishSwitch } from '@/features/portfolio/publish-switch';
import { ShareLinkForm } from '@/features/portfolio/share-link-form';
import { ShareLinks } from '@/features/portfolio/share-links';
import { MyPortfolioDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { LinkButton } from '@/ui/link-button';
import { Empty, PageHead, Section } from '@/ui/page';

export const generateMetadata = () => titled('portfolio');

async function Page() {
  const [{ myPortfolio, myPasses, myShareLinks, receivedContactRequests }, t] = await Promise.all([
    load(MyPortfolioDocument, {}),
    getTranslations('portfolio'),
  ]);
  if (!myPortfolio)
    return (
      <>
        <PageHead title={t('title')} lead={t('lead')} />
        <Empty title={t('emptyTitle')} action={<BeginButton />}>
          {t('empty')}
        </Empty>
      </>
    );
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        aside={
          <LinkButton variant="default" href="/portfolio/preview">
            {t('preview')}
          </LinkButton>
        }
      />
      <Section id="edit" title={t('edit')}>
        <PortfolioEditor portfolio={myPortfolio} passes={myPasses} />
      </Section>
      <Section id="audience" title={t('audience')}>
        <PublishSwitch slug={myPortfolio.slug} isPublic={myPortfolio.isPublic} />
        <ConsentSwitch isGiven={myPortfolio.searchableSince !== null} />
      </Section>
      <Section id="contacts" title={t('contacts')} note={t('contactsNote')}>
        <ContactRequests requests={receivedContactRequests} />
      </Section>
      <Section id="links" title={t('links')} note={t('linksNote')}>
        <ShareLinkForm />
        <ShareLinks links={myShareLinks} now={new Date().toISOString()} />
      </Section>
    </>
  );
}

export default withMessages(['credentials', 'portfolio', 'ui.callout'], Page);
