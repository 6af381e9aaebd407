import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import type { LessonQuery } from '@/generated/graphql';
import { Crumbs, PageHead } from '@/ui/page';
import { Prose } from '@/ui/prose';
import { BeginReading } from './begin-reading';
import { NewerVersion } from './newer-version';
import styles from './lesson-page.module.css';

interface Props {
  lesson: LessonQuery['lesson'];
  mayEdit: boolean;
  /** Whether the version being read becomes the reader's own. */
  begins: boolean;
}

/** A reading: the text, and what comes after it. */
export function LessonPage({ lesson, mayEdit, begins }: Props) {
  const t = useTranslations('lesson');
  const roadmap = useTranslations('roadmap');
  const { id, stage, version, newestVersion } = lesson;
  const at = stage.lessons.findIndex(({ slug }) => slug === lesson.slug);
  const next = stage.lessons[at + 1];
  return (
    <article>
      <Crumbs
        trail={[
          { label: t('roadmap'), href: '/' },
          { label: stage.title, href: `/stages/${stage.slug}` },
          { label: lesson.title },
        ]}
      />
      <PageHead
        kicker={roadmap('minutes', { minutes: lesson.minutes })}
        title={lesson.title}
        lead={lesson.summary}
        aside={mayEdit && <Link href={`/stages/${stage.slug}/lessons/${lesson.slug}/edit`}>{t('edit')}</Link>}
      />
      {begins && <BeginReading lessonId={id} version={version} />}
      {version < newestVersion && <NewerVersion lessonId={id} version={version} newest={newestVersion} />}
      <Prose text={lesson.body} withoutTitle />
      <nav className={styles.next} aria-label={t('next')}>
        {next ? (
          <Link href={`/stages/${stage.slug}/lessons/${next.slug}`}>
            {t('nextLesson', { title: next.title })}
          </Link>
        ) : (
          <Link href={`/stages/${stage.slug}`}>{t('backToStage', { title: stage.title })}</Link>
        )}
      </nav>
    </article>
  );
}
