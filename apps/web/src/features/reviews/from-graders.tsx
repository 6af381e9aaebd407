import { useTranslations } from 'next-intl';
import type { RunReviewQuery } from '@/generated/graphql';
import { LocalTime } from '@/ui/local-time';
import { Section } from '@/ui/page';
import styles from './from-graders.module.css';

/** What graders said of a run, as its student reads it. Nothing without comments. */
export function FromGraders({ comments }: { comments: RunReviewQuery['run']['reviewComments'] }) {
  const t = useTranslations('reviews');
  if (comments.length === 0) return null;
  return (
    <Section id="graders" title={t('fromGraders')} note={t('fromGradersNote')}>
      <ul className={styles.comments}>
        {comments.map(({ id, author, file, line, text, createdAt }) => (
          <li key={id}>
            <p className={styles.head}>
              <strong>{author}</strong> <LocalTime at={createdAt} />
              {file && <code>{line === null ? file : t('at', { file, line })}</code>}
            </p>
            <p className={styles.text}>{text}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
