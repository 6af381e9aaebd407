import { MultiSelect } from '@mantine/core';
import {
  askedBy,
  DRAFT_LIMITS,
  isDraftTemplate,
  namedValues,
  targetSettings,
  templateSettings,
} from '@holdout/domain';
import { useTranslations } from 'next-intl';
import { ChoiceField } from './choice-field';
import type { FormPart } from './draft.types';
import { templateOf } from './draft-problems';
import styles from './authoring.module.css';

/** The target, the kind of task, and the meaning of the other columns, as far as the template asks for them. */
export function RoleFields({ settings, profile, change, errorOf }: FormPart) {
  const t = useTranslations('drafts.columns');
  const { table, templates } = profile;
  const template = templateOf(settings);
  const { needed, optional, rules } = askedBy(template);
  const others = table.columns.map(({ name }) => name).filter((name) => name !== settings.target);
  const target = table.columns.find(({ name }) => name === settings.target);
  const hasTarget = template === null || needed.includes('target');
  const columns = [...needed, ...optional].filter(
    (role) => role !== 'target' && role !== 'positive' && role !== 'images',
  );
  return (
    <div className={styles.fields}>
      <ChoiceField
        label={t('template')}
        note={t('templateNote')}
        value={settings.template}
        choices={templates.map(({ name }) => name)}
        nameOf={(name) => t(`templateName.${name as 'regression'}`)}
        error={errorOf('template')}
        onChange={(name) => {
          if (name && isDraftTemplate(name))
            change(templateSettings(name, { table, target: settings.target }));
        }}
      />
      {hasTarget && (
        <ChoiceField
          label={t('target')}
          note={t(table.images ? 'labelsNote' : 'targetNote')}
          value={settings.target}
          choices={table.columns.map(({ name }) => name)}
          error={errorOf('target')}
          onChange={(name) => {
            const chosen = table.columns.find((column) => column.name === name);
            // Only among templates whose rows are cut by rules does the outcome say which one fits.
            if (chosen)
              change(
                template === null || rules.length > 0 ? targetSettings(chosen) : { target: chosen.name },
              );
          }}
        />
      )}
      {needed.includes('positive') && target && (
        <ChoiceField
          label={t('positive')}
          note={t('positiveNote')}
          value={settings.positive}
          choices={namedValues(target)}
          error={errorOf('positive')}
          onChange={(positive) => change({ positive })}
        />
      )}
      {columns.map((role) => (
        <ChoiceField
          key={role}
          label={t(role)}
          note={t(`${role}Note`)}
          value={settings[role]}
          choices={others}
          {...(optional.includes(role) ? { none: t('none') } : {})}
          error={errorOf(role)}
          onChange={(name) => change({ [role]: name })}
        />
      ))}
      {needed.includes('positive') && (
        <MultiSelect
          label={t('sensitive')}
          description={t('sensitiveNote')}
          data={others}
          maxValues={DRAFT_LIMITS.sensitive}
          {...(settings.sensitive.length === 0 && { placeholder: t('none') })}
          value={settings.sensitive}
          error={errorOf('sensitive')}
          onChange={(sensitive) => change({ sensitive })}
        />
      )}
    </div>
  );
}
