import { getTranslations } from 'next-intl/server';
import { requireInstructor } from '@/features/cohorts/require-instructor';
import { RubricForm } from '@/features/rubrics/rubric-form';
import { RubricDocument, RubricSourcesDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { Notice } from '@/ui/notice';
import { Crumbs, PageHead } from '@/ui/page';
import styles from '@/features/rubrics/rubrics.module.css';

export const generateMetadata = () => titled('rubric');

async function Page({ params }: { params: Promise<{ slug: string }> }) {
  await requireInstructor();
  const { slug } = await params;
  const [{ rubric }, { assignments }, t, places] = await Promise.all([
    load(RubricDocument, { slug }),
    load(RubricSourcesDocument, {}),
    getTranslations('rubric'),
    getTranslations('frame.place'),
  ]);
  const { assignmentTitle, assignmentVersion, version, reason } = rubric;
  return (
    <>
      <Crumbs
        trail={[
          { label: places('assignments'), href: '/assignments' },
          { label: assignmentTitle, href: `/assignments/${slug}` },
          { label: t('heading') },
        ]}
      />
      <PageHead
        title={t('headingOf', { title: assignmentTitle })}
        lead={t('lead', { assignmentVersion, version })}
      />
      <div className={styles.editor}>
        {reason && (
          <Notice meaning="neutral" title={t('lastChange')}>
            {reason}
          </Notice>
        )}
        <RubricForm rubric={rubric} sources={assignments.filter((one) => one.slug !== slug)} />
      </div>
    </>
  );
}

export default withMessages(['rubric', 'score', 'skillName', 'workflow'], Page);
