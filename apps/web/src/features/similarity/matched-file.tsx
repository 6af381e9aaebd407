import { useTranslations } from 'next-intl';
import type { ComparedFile } from './matched-lines';
import type { Side } from './similarity.types';
import styles from './similarity.module.css';

interface Props {
  file: ComparedFile;
  side: Side;
  chosen: number | null;
}

/** A file with its lines, those of matches marked with the number of theirs. Without any it is folded. */
export function MatchedFile({ file: { path, lines, isMatched }, side, chosen }: Props) {
  const t = useTranslations('similarity');
  return (
    <details open={isMatched} className={styles.file}>
      <summary>{path}</summary>
      {lines.map(({ number, text, match, isFirst }) => (
        <div
          key={number}
          id={isFirst ? `${side}-${match}` : undefined}
          className={styles.line}
          data-match={match !== null}
          data-chosen={match !== null && match === chosen}
        >
          <span className={styles.mark}>
            {isFirst && (
              <>
                <span className="sr-only">{t('matchBegins')} </span>
                {match}
              </>
            )}
          </span>
          <span className={styles.number}>{number}</span>
          <code>{text || ' '}</code>
        </div>
      ))}
    </details>
  );
}
