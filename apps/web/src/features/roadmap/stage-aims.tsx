import { useTranslations } from 'next-intl';
import type { Skill } from '@/generated/graphql';
import { Panel } from '@/ui/panel';
import styles from './stage-page.module.css';

/** What passing a stage leads to. */
export function StageAims({ unlocks, skills }: { unlocks: string; skills: readonly Skill[] }) {
  const t = useTranslations('stage');
  const name = useTranslations('skillName');
  return (
    <>
      <Panel title={t('unlocks')}>
        <p className={styles.side}>{unlocks}</p>
      </Panel>
      <Panel title={t('skills')}>
        <ul className={styles.skills}>
          {skills.map((skill) => (
            <li key={skill}>{name(skill)}</li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
