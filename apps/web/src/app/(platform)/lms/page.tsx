import { getTranslations } from 'next-intl/server';
import { forbidden } from 'next/navigation';
import { KeyLine } from '@/features/lms/key-line';
import { PlatformForm } from '@/features/lms/platform-form';
import { PlatformTable } from '@/features/lms/platform-table';
import { ToolUrls } from '@/features/lms/tool-urls';
import { readViewer, rolesIn } from '@/features/viewer/read-viewer';
import { LtiToolDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { Empty, PageHead, Section } from '@/ui/page';

export const generateMetadata = () => titled('lms');

async function Page() {
  const viewer = await readViewer();
  if (!viewer || !rolesIn(viewer).includes('ADMIN')) forbidden();
  const [{ ltiTool }, t] = await Promise.all([load(LtiToolDocument, {}), getTranslations('lms')]);
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <Section title={t('tool')} note={t('toolNote')}>
        <ToolUrls tool={ltiTool} />
        {ltiTool.keySince && <KeyLine since={ltiTool.keySince} />}
        <p>{t('newTab')}</p>
      </Section>
      <Section title={t('platforms')}>
        {ltiTool.platforms.length > 0 ? (
          <PlatformTable platforms={ltiTool.platforms} />
        ) : (
          <Empty title={t('none')}>{t('noneText')}</Empty>
        )}
      </Section>
      <Section title={t('register')} note={t('registerNote')}>
        <PlatformForm />
      </Section>
    </>
  );
}

export default withMessages(['lms'], Page);
