import { SPLIT_RULES } from '@holdout/domain';
import { useTranslations } from 'next-intl';
import { ChoiceField } from './choice-field';
import type { FormPart } from './draft.types';
import { WholeField } from './whole-field';
import styles from './authoring.module.css';

const SHARES = [
  ['samplePercent', 50],
  ['publicPercent', 50],
  ['privatePercent', 70],
] as const;

/** By which rule rows are cut, and how many are hidden. */
export function SplitFields({ settings, template, change, errorOf }: FormPart) {
  const t = useTranslations('drafts.columns');
  if (!template) return <p>{t('templateFirst')}</p>;
  return (
    <div className={styles.fields}>
      <ChoiceField
        label={t('rule')}
        note={t(`ruleNote.${(settings.splitRule ?? template.splitRule) as 'random'}`)}
        value={settings.splitRule ?? template.splitRule}
        choices={SPLIT_RULES}
        nameOf={(rule) => t(`ruleName.${rule as 'random'}`)}
        error={errorOf('splitRule')}
        onChange={(splitRule) => change({ splitRule })}
      />
      {SHARES.map(([setting, max]) => (
        <WholeField
          key={setting}
          label={t(setting)}
          note={t(`${setting}Note`)}
          value={settings[setting]}
          usual={template[setting]}
          min={1}
          max={max}
          suffix=" %"
          error={errorOf(setting)}
          onChange={(percent) => change({ [setting]: percent })}
        />
      ))}
    </div>
  );
}
