import { Button, TextInput } from '@mantine/core';
import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import type { LessonsQuery, SearchLessonsQuery } from '@/generated/graphql';
import { Empty, PageHead, Section } from '@/ui/page';
import styles from './lessons-page.module.css';

interface Props {
  /** What was searched for; empty for all lessons. */
  words: string;
  hits: SearchLessonsQuery['searchLessons'];
  stages: LessonsQuery['track']['stages'];
}

/** All lessons by stage, and a search through their text. A plain form: the address holds what was asked. */
export function LessonsPage({ words, hits, stages }: Props) {
  const t = useTranslations('lessons');
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <form role="search" action="/lessons" className={styles.form}>
        <TextInput
          key={words}
          name="q"
          type="search"
          label={t('label')}
          description={t('hint')}
          defaultValue={words}
          maxLength={200}
        />
        <Button type="submit">{t('search')}</Button>
      </form>
      {words ? <Hits words={words} hits={hits} /> : <AllLessons stages={stages} />}
    </>
  );
}

function Hits({ words, hits }: Pick<Props, 'words' | 'hits'>) {
  const t = useTranslations('lessons');
  return (
    <Section id="hits" title={t('hits', { count: hits.length, words })}>
      {hits.length === 0 ? (
        <Empty title={t('noneTitle')} action={<Link href="/lessons">{t('all')}</Link>}>
          {t('noneText')}
        </Empty>
      ) : (
        <ol className={styles.lines}>
          {hits.map(({ lesson, stageSlug, stageTitle, excerpt }) => (
            <li key={lesson.id}>
              <p className={styles.stage}>{stageTitle}</p>
              <h3>
                <Link href={`/stages/${stageSlug}/lessons/${lesson.slug}`}>{lesson.title}</Link>
              </h3>
              <p className={styles.excerpt}>
                {excerpt.map(({ text, isHit }, index) => (isHit ? <mark key={index}>{text}</mark> : text))}
              </p>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

function AllLessons({ stages }: Pick<Props, 'stages'>) {
  const roadmap = useTranslations('roadmap');
  return stages
    .filter(({ lessons }) => lessons.length > 0)
    .map((stage) => (
      <Section key={stage.id} id={stage.slug} title={stage.title}>
        <ul className={styles.lines}>
          {stage.lessons.map((lesson) => (
            <li key={lesson.id}>
              <h3>
                <Link href={`/stages/${stage.slug}/lessons/${lesson.slug}`}>{lesson.title}</Link>
              </h3>
              <p className={styles.excerpt}>
                {lesson.summary} {roadmap('minutes', { minutes: lesson.minutes })}
              </p>
            </li>
          ))}
        </ul>
      </Section>
    ));
}
