import { useFormatter, useTranslations } from 'next-intl';
import { ColumnHeads, Table } from '@/ui/table';
import type { DraftImport } from './draft.types';
import styles from './authoring.module.css';

type Report = NonNullable<DraftImport['report']>;

/** How many rows each part gets, and which columns differ most between what students train on and what judges them. */
export function SplitReport({ report }: { report: Report }) {
  const t = useTranslations('drafts.split');
  const format = useFormatter();
  const total = report.parts.reduce((sum, { rows }) => sum + rows, 0);
  return (
    <div className={styles.split}>
      <Table label={t('parts')}>
        <ColumnHeads titles={[t('part'), t('rows'), t('share')]} />
        <tbody>
          {report.parts.map(({ name, rows }) => (
            <tr key={name}>
              <th scope="row">{t(`name.${name}`)}</th>
              <td className="num">{format.number(rows)}</td>
              <td className="num">{t('percent', { share: rows / Math.max(1, total) })}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Table label={t('drift')} caption={t('driftNote')}>
        <ColumnHeads titles={[t('column'), t('size'), t('unseen')]} />
        <tbody>
          {report.drift.map(({ column, size, unseenLevels }) => (
            <tr key={column}>
              <th scope="row">{column}</th>
              <td>
                <span className={styles.meter} aria-hidden>
                  <span style={{ width: `${100 * size}%` }} />
                </span>{' '}
                <span className="num">{format.number(size, { maximumFractionDigits: 3 })}</span>
              </td>
              <td className="num">{format.number(unseenLevels)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {report.notes.length > 0 && (
        <ul className={styles.notes}>
          {report.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
