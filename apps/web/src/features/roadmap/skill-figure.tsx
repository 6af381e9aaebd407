import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import type { RoadmapTrack } from './next-step';
import styles from './skill-figure.module.css';

/** Nine skills as bars against the pass mark; a skill without evidence says so instead of showing zero. */
export function SkillFigure({ skills }: { skills: RoadmapTrack['skills'] }) {
  const t = useTranslations('skills');
  return (
    <figure className={styles.figure}>
      <ul>
        {skills.map(({ skill, title, evidencePoints, evidenceCount, evidence }) => (
          <li key={skill} className={styles.skill} data-empty={evidencePoints === null}>
            <span className={styles.title}>{title}</span>
            <span className={styles.value}>
              {evidencePoints === null
                ? t('none')
                : t('points', { points: evidencePoints, count: evidenceCount })}
            </span>
            <span className={styles.track} aria-hidden>
              <span className={styles.fill} style={{ width: `${evidencePoints ?? 0}%` }} />
              <span className={styles.pass} />
            </span>
            {evidence.length > 0 && (
              <details className={styles.evidence}>
                <summary>
                  {t('evidence')} <span className="sr-only">{title}</span>
                </summary>
                <ul>
                  {evidence.map(({ criterion, points, weight, assignmentTitle, runId }) => (
                    <li key={`${runId} ${criterion}`}>
                      <Link href={`/runs/${runId}/score#rubric`}>{criterion}</Link>
                      <span>{t('evidenceOf', { points, weight, assignment: assignmentTitle })}</span>
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
      <figcaption>{t('caption')}</figcaption>
    </figure>
  );
}
