import { TEAM_LIMITS } from '@holdout/domain';
import { useTranslations } from 'next-intl';
import type { FormPart } from './draft.types';
import { WholeField } from './whole-field';
import styles from './authoring.module.css';

const FIELDS = [
  { setting: 'passMark', min: 1, max: 100 },
  { setting: 'practicePerDay', min: 1, max: 100 },
  { setting: 'certification', min: 1, max: 20 },
  { setting: 'maxTeamSize', min: 1, max: TEAM_LIMITS.size },
  { setting: 'trainSeconds', min: 1, max: 3600, suffix: ' s' },
  { setting: 'trainMemoryMib', min: 128, max: 16_384, suffix: ' MiB' },
] as const;

/** Attempts, pass mark and limits. What is left empty is as the template says. */
export function PolicyFields({ settings, template, change, errorOf }: FormPart) {
  const t = useTranslations('drafts.task');
  if (!template) return <p>{t('templateFirst')}</p>;
  return (
    <div className={styles.fields}>
      {FIELDS.map(({ setting, ...bounds }) => (
        <WholeField
          key={setting}
          {...bounds}
          label={t(setting)}
          value={settings[setting]}
          usual={template[setting]}
          error={errorOf(setting)}
          onChange={(value) => change({ [setting]: value })}
        />
      ))}
    </div>
  );
}
