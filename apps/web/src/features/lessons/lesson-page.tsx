import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { LessonQuery } from '@/generated/graphql';
import { Crumbs, PageHead } from '@/ui/page';
import { Prose } from '@/ui/prose';
import styles from './lesson-page.module.css';

/** A reading: the text, and what comes after it. */
export function LessonPage({ lesson, mayEdit }: { lesson: LessonQuery['lesson']; mayEdit: boolean }) {
  const t = useTranslations('lesson');
  const roadmap = useTranslations('roadmap');
  const { stage } = lesson;
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
