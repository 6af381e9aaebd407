'use client';

import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { SKILLS } from '@holdout/domain';
import type { CandidatesQuery } from '@/generated/graphql';
import { LinkButton } from '@/ui/link-button';
import type { FilterFields } from './candidate-filter';
import styles from './hiring.module.css';

interface Props {
  fields: FilterFields;
  projects: CandidatesQuery['searchableProjects'];
}

const RECENT = [30, 90, 365];

/** A form that is an address: a search can be kept, sent and gone back to. */
export function SearchForm({ fields, projects }: Props) {
  const t = useTranslations('hiring');
  const skills = useTranslations('skillName');
  const any = { value: '', label: t('any') };
  const select = (name: keyof FilterFields, data: { value: string; label: string }[]) => (
    <NativeSelect name={name} label={t(name)} defaultValue={fields[name] ?? ''} data={[any, ...data]} />
  );
  const number = (name: keyof FilterFields, hint?: string, step?: number) => (
    <NumberInput
      name={name}
      label={t(name)}
      description={hint}
      inputWrapperOrder={['label', 'input', 'description']}
      defaultValue={fields[name] ?? ''}
      step={step ?? 1}
      hideControls
    />
  );
  return (
    <form
      className={styles.search}
      action="/candidates"
      aria-label={t('filter')}
      key={JSON.stringify(fields)}
    >
      <div className={styles.fields}>
        {select(
          'skill',
          SKILLS.map((skill) => ({ value: skill, label: skills(skill) })),
        )}
        {number('skillPoints')}
        {select(
          'project',
          projects.map(({ slug, title }) => ({ value: slug, label: title })),
        )}
        {number('points')}
        {select(
          'metric',
          projects.flatMap(({ slug, title, metrics }) =>
            metrics.map(({ name, label }) => ({
              value: `${slug} ${name}`,
              label: t('metricOf', { label, project: title }),
            })),
          ),
        )}
        {number('metricValue', t('metricHint'), 0.01)}
        {select(
          'withinDays',
          RECENT.map((days) => ({ value: String(days), label: t('days', { days }) })),
        )}
        <TextInput
          name="location"
          label={t('location')}
          description={t('locationHint')}
          inputWrapperOrder={['label', 'input', 'description']}
          defaultValue={fields.location ?? ''}
          maxLength={80}
        />
      </div>
      <div className={styles.actions}>
        <Button type="submit">{t('search')}</Button>
        {Object.keys(fields).length > 0 && (
          <LinkButton variant="subtle" href="/candidates">
            {t('clear')}
          </LinkButton>
        )}
      </div>
    </form>
  );
}
