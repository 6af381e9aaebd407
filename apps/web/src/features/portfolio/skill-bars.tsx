import { useTranslations } from 'next-intl';
import type { ShownPortfolioFragment } from '@/generated/graphql';
import styles from './portfolio-view.module.css';

/** Skills that the results shown are evidence for, the strongest first. */
export function SkillBars({ skills }: { skills: ShownPortfolioFragment['skills'] }) {
  const t = useTranslations('published');
  const names = useTranslations('skillName');
  return (
    <ul className={styles.skills}>
      {skills.map(({ skill, points, evidence }) => (
        <li key={skill}>
          <span>{names(skill)}</span>
          <span className="num">{t('skill', { points, count: evidence })}</span>
          <span className={styles.track} aria-hidden>
            <span className={styles.fill} style={{ width: `${points}%` }} />
          </span>
        </li>
      ))}
    </ul>
  );
}
