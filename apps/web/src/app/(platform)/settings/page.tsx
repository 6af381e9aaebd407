import { getTranslations } from 'next-intl/server';
import { ApiKeys } from '@/features/settings/api-keys';
import { Sessions } from '@/features/settings/sessions';
import { ThemeChoice } from '@/features/settings/theme-choice';
import { SettingsDocument } from '@/generated/graphql';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { PageHead, Section } from '@/ui/page';

export const generateMetadata = () => titled('settings');

export default async function Page() {
  const [{ apiKeys, sessions }, t] = await Promise.all([
    load(SettingsDocument, {}),
    getTranslations('settings'),
  ]);
  return (
    <>
      <PageHead title={t('title')} />
      <Section title={t('theme')} note={t('themeNote')}>
        <ThemeChoice />
      </Section>
      <Section title={t('keys')} note={t('keysNote')}>
        <ApiKeys apiKeys={apiKeys} />
      </Section>
      <Section title={t('sessions')} note={t('sessionsNote')}>
        <Sessions sessions={sessions} />
      </Section>
    </>
  );
}
