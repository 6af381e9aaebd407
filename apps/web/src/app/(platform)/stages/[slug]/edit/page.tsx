import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Link } from '@/ui/link';
import { requireInstructor } from '@/features/cohorts/require-instructor';
import { StageEditor } from '@/features/stage-authoring/stage-editor';
import { StageVersions } from '@/features/stage-authoring/stage-versions';
import { WithdrawStageButton } from '@/features/stage-authoring/withdraw-stage-button';
import { AuthoredStageDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { Crumbs, PageHead, Section } from '@/ui/page';

type Props = PageProps<'/stages/[slug]/edit'>;

async function read({ params }: Props) {
  await requireInstructor();
  return (await load(AuthoredStageDocument, { slug: (await params).slug })).authoredStage;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await read(props)).title };
}

async function Page(props: Props) {
  const [stage, t, versions, crumbs] = await Promise.all([
    read(props),
    getTranslations('stageAuthoring'),
    getTranslations('versions'),
    getTranslations('stage'),
  ]);
  const { id, slug, title, version, isPublished } = stage;
  return (
    <>
      <Crumbs
        trail={[
          { label: crumbs('roadmap'), href: '/' },
          { label: t('title'), href: '/stages' },
          { label: title },
        ]}
      />
      <PageHead
        title={title}
        lead={isPublished ? versions('published', { version: version ?? 0 }) : versions('notPublished')}
        aside={
          <>
            <Link href={`/stages/${slug}`}>{t('asStudent')}</Link>{' '}
            <Link href={`/stages/${slug}/lessons`}>{t('lessons')}</Link>{' '}
            {isPublished && <WithdrawStageButton stageId={id} />}
          </>
        }
      />
      {/* A version starts a fresh editor; the first save of a draft does not. */}
      <StageEditor key={version} stage={stage} />
      {version !== null && (
        <Section id="versions" title={versions('versions')}>
          <StageVersions stage={stage} />
        </Section>
      )}
    </>
  );
}

export default withMessages(['stageAuthoring', 'versions', 'stage', 'skillName', 'ui.callout'], Page);
