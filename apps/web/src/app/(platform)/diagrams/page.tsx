import { getTranslations } from 'next-intl/server';
import { requireInstructor } from '@/features/cohorts/require-instructor';
import { BeginDiagramForm } from '@/features/diagram-authoring/begin-diagram-form';
import { DiagramList } from '@/features/diagram-authoring/diagram-list';
import { AuthoredDiagramsDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { Crumbs, PageHead, Section } from '@/ui/page';

export const generateMetadata = () => titled('diagramAuthoring');

async function Page() {
  await requireInstructor();
  const [{ authoredDiagrams }, t, diagram] = await Promise.all([
    load(AuthoredDiagramsDocument, {}),
    getTranslations('diagramAuthoring'),
    getTranslations('diagram'),
  ]);
  return (
    <>
      <Crumbs trail={[{ label: diagram('roadmap'), href: '/' }, { label: t('title') }]} />
      <PageHead title={t('title')} lead={t('lead')} />
      <DiagramList diagrams={authoredDiagrams} />
      <Section id="begin" title={t('beginHeading')}>
        <BeginDiagramForm />
      </Section>
    </>
  );
}

export default withMessages(['diagramAuthoring', 'versions'], Page);
