import { useFormatter, useTranslations } from 'next-intl';
import { ColumnProfile } from '@/features/assignments/column-profile';
import { Facts } from '@/ui/panel';
import { Section } from '@/ui/page';
import { ColumnHeads, Table } from '@/ui/table';
import type { Profile } from './draft.types';
import { remarksOn } from './column-remarks';
import { TargetBalance } from './target-balance';
import styles from './authoring.module.css';

const HEADS = ['name', 'kind', 'distinct', 'shape', 'remarks'] as const;

/** What the data holds: the first thing to look at, and nothing to fill in. */
export function DataStep({ profile, target }: { profile: Profile; target: string | null }) {
  const t = useTranslations('drafts.data');
  const format = useFormatter();
  const { table } = profile;
  const outcome = table.columns.find(({ name }) => name === target);
  return (
    <>
      <Section title={t('title')} note={t('note')}>
        <Facts
          items={[
            [t(table.images ? 'images' : 'rows'), format.number(table.rows)],
            table.images
              ? [t('size'), t('pixels', table.images)]
              : [t('columns'), format.number(table.columnCount)],
            [t('copies'), table.copies === 0 ? t('noCopies') : t('copiesKept', { count: table.copies })],
          ]}
        />
      </Section>
      {outcome && (
        <Section title={t('balance', { target: outcome.name })} note={t('balanceNote')}>
          <TargetBalance column={outcome} rows={table.rows} />
        </Section>
      )}
      <Section title={t('eachColumn')} note={t('eachColumnNote')}>
        <Table label={t('eachColumn')}>
          <ColumnHeads titles={HEADS.map((head) => t(`head.${head}`))} />
          <tbody>
            {table.columns.map((column) => (
              <tr key={column.name}>
                <th scope="row" className={styles.name}>
                  {column.name}
                </th>
                <td>{t(`kind.${column.kind}`)}</td>
                <td className="num">{format.number(column.distinct)}</td>
                <td>
                  <ColumnProfile
                    column={column.name}
                    profile={{ rows: table.rows, missing: column.missing, bins: column.bins }}
                  />
                </td>
                <td className={styles.remarks}>
                  {remarksOn(column, table, target).map(({ kind, size }) => (
                    <p key={kind}>{t(`remark.${kind}`, { size, target: target ?? '' })}</p>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Section>
    </>
  );
}
