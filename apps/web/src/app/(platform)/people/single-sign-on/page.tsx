import { getTranslations } from 'next-intl/server';
import { forbidden } from 'next/navigation';
import { AddDomainForm } from '@/features/single-sign-on/add-domain-form';
import { DomainTable } from '@/features/single-sign-on/domain-table';
import { ProviderForm } from '@/features/single-sign-on/provider-form';
import { RemoveProvider } from '@/features/single-sign-on/remove-provider';
import { readViewer, rolesIn } from '@/features/viewer/read-viewer';
import { SingleSignOnDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { Crumbs, Empty, PageHead, Section } from '@/ui/page';
import { Facts, Panel } from '@/ui/panel';

export const generateMetadata = () => titled('singleSignOn');

async function Page() {
  const viewer = await readViewer();
  if (!viewer || !rolesIn(viewer).includes('ADMIN')) forbidden();
  const [{ singleSignOn }, t, people] = await Promise.all([
    load(SingleSignOnDocument, {}),
    getTranslations('singleSignOn'),
    getTranslations('people'),
  ]);
  const { provider, domains, redirectUri, signInUrl } = singleSignOn;
  return (
    <>
      <Crumbs trail={[{ label: people('title'), href: '/people' }, { label: t('title') }]} />
      <PageHead title={t('title')} lead={t('lead')} aside={provider ? <RemoveProvider /> : undefined} />
      <Panel title={t('facts')}>
        <Facts
          items={[
            [t('redirectUri'), <code key="redirect">{redirectUri}</code>],
            [t('signInUrl'), provider ? <a href={signInUrl}>{signInUrl}</a> : t('notYet')],
          ]}
        />
      </Panel>
      <Section title={t('provider')} note={t('providerNote')}>
        <ProviderForm provider={provider} />
      </Section>
      <Section title={t('domains')} note={t('domainsNote')}>
        <AddDomainForm />
        {domains.length > 0 ? (
          <DomainTable domains={domains} />
        ) : (
          <Empty title={t('noDomains')}>{t('noDomainsText')}</Empty>
        )}
      </Section>
    </>
  );
}

export default withMessages(['singleSignOn'], Page);
