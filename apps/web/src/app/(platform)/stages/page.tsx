import { getTranslations } from 'next-intl/server';
import { requireInstructor } from '@/features/cohorts/require-instructor';
import { BeginStageForm } from '@/features/stage-authoring/begin-stage-form';
import { StageList } from '@/features/stage-authoring/stage-list';
import { AuthoredStagesDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { Crumbs, PageHead, Section } from '@/ui/page';

export const generateMetadata = () => titled('stageAuthoring');

async function Page() {
  await requireInstructor();
  const [{ authoredStages }, t, stage] = await Promise.all([
    load(AuthoredStagesDocument, {}),
    getTranslations('stageAuthoring'),
    getTranslations('stage'),
  ]);
  return (
    <>
      <Crumbs trail={[{ label: stage('roadmap'), href: '/' }, { label: t('title') }]} />
      <PageHead title={t('title')} lead={t('lead')} />
      <StageList stages={authoredStages} />
      <Section id="begin" title={t('beginHeading')}>
        <BeginStageForm />
      </Section>
    </>
  );
}

export default withMessages(['stageAuthoring', 'versions'], Page);
