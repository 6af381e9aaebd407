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

const PROBES = [
  { setting: 'twinRows', min: 1, max: 5000 },
  { setting: 'perturbedRows', min: 1, max: 5000 },
  { setting: 'shuffledRetrains', min: 0, max: 20 },
] as const;

/** How closely a run is looked at, as far as the template has such probes. */
export function ProbeFields({ settings, template, change, errorOf }: FormPart) {
  const t = useTranslations('drafts.task');
  const had = PROBES.filter(({ setting }) => template?.[setting] != null);
  if (!template || had.length === 0) return <p>{t(template ? 'noProbes' : 'templateFirst')}</p>;
  return (
    <div className={styles.fields}>
      {had.map(({ setting, ...bounds }) => (
        <WholeField
          key={setting}
          {...bounds}
          label={t(setting)}
          note={t(`${setting}Note`)}
          value={settings[setting]}
          usual={template[setting]}
          error={errorOf(setting)}
          onChange={(value) => change({ [setting]: value })}
        />
      ))}
    </div>
  );
}

/** Attempts, pass mark and limits. Empty fields use the template's values. */
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
