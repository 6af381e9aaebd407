import { useTranslations } from 'next-intl';
import type { RegradeFragment } from '@/generated/graphql';
import { LocalTime } from '@/ui/local-time';
import { Mark, type Meaning } from '@/ui/mark';
import { NearMessageForm } from './near-message-form';
import styles from './regrades.module.css';

interface Props {
  request: RegradeFragment;
  isOwn: boolean;
  onAnswer: (text: string, decision: 'ACCEPTED' | 'DECLINED' | null) => Promise<void>;
}

const MEANING: Record<RegradeFragment['status'], Meaning> = {
  OPEN: 'waiting',
  ACCEPTED: 'passed',
  DECLINED: 'neutral',
};

/** One request: its messages in order, and while it is open the way to answer. */
export function RegradeThread({ request, isOwn, onAnswer }: Props) {
  const t = useTranslations('regrade');
  return (
    <article className={styles.thread} data-testid="regrade" data-status={request.status}>
      <Mark meaning={MEANING[request.status]}>{t(`status.${request.status}`)}</Mark>
      <ol>
        {request.messages.map(({ author, isFromStudent, text, at }) => (
          <li key={at} data-student={isFromStudent}>
            <p className={styles.who}>
              {author} · <LocalTime at={at} />
            </p>
            <p className={styles.text}>{text}</p>
          </li>
        ))}
      </ol>
      {request.status === 'OPEN' && (
        <NearMessageForm
          label={t('message')}
          actions={[
            { label: t('send'), send: (text) => onAnswer(text, null) },
            ...(isOwn
              ? []
              : [
                  { label: t('accept'), send: (text: string) => onAnswer(text, 'ACCEPTED') },
                  { label: t('decline'), send: (text: string) => onAnswer(text, 'DECLINED') },
                ]),
          ]}
        />
      )}
    </article>
  );
}
