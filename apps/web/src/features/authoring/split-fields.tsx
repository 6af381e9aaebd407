import { askedBy } from '@holdout/domain';
import { Checkbox } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ChoiceField } from './choice-field';
import type { FormPart } from './draft.types';
import { templateOf } from './draft-problems';
import { WholeField } from './whole-field';
import styles from './authoring.module.css';

const SHARES = [
  ['samplePercent', 50],
  ['publicPercent', 50],
  ['privatePercent', 70],
] as const;
const STEPS = ['horizon', 'season'] as const;
const MOST_STEPS = 1000;

/** By which rule rows are cut, and how many are hidden. */
export function SplitFields({ settings, template, follows, change, errorOf }: FormPart) {
  const t = useTranslations('drafts.columns');
  if (!template) return <p>{t('templateFirst')}</p>;
  const { rules, parts } = askedBy(templateOf(settings));
  const isNew = follows === null;
  return (
    <div className={styles.fields}>
      {rules.length > 0 && (
        <ChoiceField
          label={t('rule')}
          note={t(`ruleNote.${(settings.splitRule ?? template.splitRule) as 'random'}`)}
          value={settings.splitRule ?? template.splitRule}
          choices={rules}
          nameOf={(rule) => t(`ruleName.${rule as 'random'}`)}
          error={errorOf('splitRule')}
          onChange={(splitRule) => change({ splitRule })}
        />
      )}
      {parts === 'HORIZON'
        ? STEPS.map((setting) => (
            <WholeField
              key={setting}
              label={t(setting)}
              note={t(isNew ? `${setting}Note` : 'asPublished')}
              value={settings[setting]}
              usual={null}
              min={1}
              max={MOST_STEPS}
              error={errorOf(setting)}
              onChange={(steps) => change({ [setting]: steps })}
            />
          ))
        : SHARES.map(([setting, max]) => (
            <WholeField
              key={setting}
              label={t(setting)}
              note={t(isNew ? `${setting}Note` : 'asPublished')}
              value={settings[setting]}
              usual={template[setting]}
              min={1}
              max={max}
              suffix=" %"
              error={errorOf(setting)}
              onChange={(percent) => change({ [setting]: percent })}
            />
          ))}
      {!isNew && (
        <Checkbox
          label={t('drawsAgain')}
          description={t('drawsAgainNote')}
          checked={settings.drawsAgain}
          error={errorOf('drawsAgain')}
          onChange={(event) => change({ drawsAgain: event.currentTarget.checked })}
        />
      )}
    </div>
  );
}
