import { useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import heat from '@/features/score/heatmap-plot.module.css';
import type { Skill } from '@/generated/graphql';
import { Empty } from '@/ui/page';
import type { Analytics } from './analytics.types';
import styles from './analytics.module.css';

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Points by student and skill, each written in its cell: it is its own data table. */
export function SkillMap({ students }: { students: Analytics['skills'] }) {
  const t = useTranslations('analytics');
  const names = useTranslations('skillName');
  if (students.length === 0) return <Empty title={t('noSkillsTitle')}>{t('noSkillsText')}</Empty>;
  const found = new Set(students.flatMap(({ skills }) => skills.map(({ skill }) => skill)));
  const columns = [...found].toSorted();
  const pointsOf = (row: Analytics['skills'][number], skill: Skill) =>
    row.skills.find((known) => known.skill === skill)?.points;
  const cell = (key: string, points: number | undefined) =>
    points === undefined ? (
      <td key={key} data-quiet style={{ '--share': 0 } as CSSProperties}>
        <span aria-label={t('noEvidence')}>{t('none')}</span>
      </td>
    ) : (
      <td key={key} style={{ '--share': points / 100 } as CSSProperties}>
        {t('wholePoints', { points })}
      </td>
    );
  return (
    <div className={`${heat.scroll} ${styles.skills}`} role="region" aria-label={t('skills')} tabIndex={0}>
      <table className={heat.heatmap}>
        <thead>
          <tr>
            <th scope="col">{t('column.student')}</th>
            {columns.map((skill) => (
              <th key={skill} scope="col" className={heat.column}>
                {names(skill)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className={styles.mean}>
            <th scope="row">{t('meanOfAll')}</th>
            {columns.map((skill) => cell(skill, mean(students.flatMap((row) => pointsOf(row, skill) ?? []))))}
          </tr>
          {students.map((row) => (
            <tr key={row.studentId}>
              <th scope="row">{row.name}</th>
              {columns.map((skill) => cell(skill, pointsOf(row, skill)))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
