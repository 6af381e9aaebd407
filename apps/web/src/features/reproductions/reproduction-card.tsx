import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import type { ReproductionFragment } from '@/generated/graphql';
import { LocalTime } from '@/ui/local-time';
import { Mark } from '@/ui/mark';
import { digits } from './digits';
import { MeasureComparison } from './measure-comparison';
import { MEANING_OF_VERDICT } from './verdict-meaning';
import styles from './reproductions.module.css';

/** One reproduction: the verdict, what it rests on, and who asked for it. */
export function ReproductionCard({
  reproduction,
  isOnItsPage = false,
}: {
  reproduction: ReproductionFragment;
  /** Its run is what the reader looks at. */
  isOnItsPage?: boolean;
}) {
  const t = useTranslations('reproduction');
  const { verdict, measures, files, missingImages, runId, isRunVisible } = reproduction;
  const predictions = files.filter(({ isPrediction }) => isPrediction);
  const changed = predictions.filter(({ isSame }) => !isSame);
  return (
    <article className={styles.card} data-testid="reproduction" data-verdict={verdict ?? 'UNDER_WAY'}>
      <p className={styles.head}>
        <Mark meaning={verdict ? MEANING_OF_VERDICT[verdict] : 'running'} filled>
          {t(`verdict.${verdict ?? 'UNDER_WAY'}`)}
        </Mark>
        <span className={styles.who}>
          {reproduction.requestedBy === null ? t('byOutside') : t('by', { name: reproduction.requestedBy })} ·{' '}
          <LocalTime at={reproduction.createdAt} />
        </span>
        {isRunVisible && !isOnItsPage && <Link href={`/runs/${runId}`}>{t('open')}</Link>}
      </p>
      <p>{t(`meaning.${verdict ?? 'UNDER_WAY'}`)}</p>
      {missingImages.map(({ name, id }) => (
        <p key={id} className={styles.missing}>
          {t('missing', { name })} <code>{id}</code>
        </p>
      ))}
      {predictions.length > 0 && changed.length === 0 && (
        <p>{t('samePredictions', { count: predictions.length })}</p>
      )}
      {changed.length > 0 && <ChangedPredictions files={changed} />}
      {measures.length > 0 && <MeasureComparison reproduction={reproduction} />}
      <Circumstances reproduction={reproduction} />
    </article>
  );
}

function ChangedPredictions({ files }: { files: ReproductionFragment['files'] }) {
  const t = useTranslations('reproduction');
  return (
    <>
      <p>{t('otherPredictions')}</p>
      <ul className={styles.changed}>
        {files.map(({ name, rows }) => (
          <li key={name}>
            <code>{name}</code>
            {rows && <> · {t('rows', { changed: rows.changed, count: rows.count })}</>}
            {rows && rows.largest !== null && <> · {t('atMost', { difference: digits(rows.largest, 3) })}</>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Circumstances({
  reproduction: { isSameHardware, isSameAnchors, isSameScorer },
}: {
  reproduction: ReproductionFragment;
}) {
  const t = useTranslations('reproduction.circumstances');
  return (
    <>
      {!isSameHardware && <p className={styles.who}>{t('hardware')}</p>}
      {!isSameAnchors && <p className={styles.who}>{t('anchors')}</p>}
      {!isSameScorer && <p className={styles.who}>{t('scorer')}</p>}
    </>
  );
}
