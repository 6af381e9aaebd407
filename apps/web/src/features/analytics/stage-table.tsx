import { useTranslations } from 'next-intl';
import { ColumnHeads, Table } from '@/ui/table';
import type { Analytics } from './analytics.types';
import styles from './analytics.module.css';

const PARTS = ['passed', 'inProgress', 'notStarted'] as const;

/** How far the cohort is on its track: a bar of three parts for each stage, with the counts beside it. */
export function StageTable({ stages }: { stages: Analytics['stages'] }) {
  const t = useTranslations('analytics');
  return (
    <Table label={t('stages')}>
      <ColumnHeads
        titles={[t('column.stage'), t('column.share'), ...PARTS.map((part) => t(`part.${part}`))]}
      />
      <tbody>
        {stages.map((stage) => {
          const all = PARTS.reduce((sum, part) => sum + stage[part], 0);
          return (
            <tr key={stage.id}>
              <th scope="row">{stage.title}</th>
              <td className={styles.wideCell} aria-hidden>
                <div className={styles.stack}>
                  {PARTS.map((part) => (
                    <span
                      key={part}
                      data-part={part}
                      style={{ width: `${all === 0 ? 0 : (100 * stage[part]) / all}%` }}
                    />
                  ))}
                </div>
              </td>
              {PARTS.map((part) => (
                <td key={part} className="num">
                  {stage[part]}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
