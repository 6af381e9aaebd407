import { TextInput } from '@mantine/core';
import { assignmentSlugOf, DRAFT_LIMITS } from '@holdout/domain';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { MarkdownField } from '@/features/versions/markdown-field';
import { Section } from '@/ui/page';
import { ChoiceField } from './choice-field';
import { DateFields } from './date-fields';
import { DeclarationFields } from './declaration-fields';
import type { FormPart, Stage } from './draft.types';
import { PolicyFields, ProbeFields } from './policy-fields';
import { SeventyFields } from './seventy-fields';
import { WeightFields } from './weight-fields';
import styles from './authoring.module.css';

// Markdown brings a renderer with mathematics; only those who look at the brief load it.
const Prose = dynamic(() => import('@/ui/prose').then((module) => module.Prose));

/** What students read, what their work earns, and what is known of the data. */
export function TaskStep({ stages, ...part }: FormPart & { stages: readonly Stage[] }) {
  const t = useTranslations('drafts.task');
  return (
    <>
      <Section title={t('title')} note={t('note')}>
        <NameFields stages={stages} {...part} />
        <BriefField {...part} />
      </Section>
      <Section title={t('rubric')} note={t('rubricNote')}>
        <WeightFields {...part} />
      </Section>
      <Section title={t('anchors')} note={t('anchorsNote')}>
        <SeventyFields {...part} />
      </Section>
      <Section title={t('probes')} note={t('probesNote')}>
        <ProbeFields {...part} />
      </Section>
      <Section title={t('policy')} note={t('policyNote')}>
        <PolicyFields {...part} />
      </Section>
      {part.follows === null && (
        <Section title={t('dates')} note={t('datesNote')}>
          <DateFields {...part} />
        </Section>
      )}
      <Section title={t('declared')} note={t('declaredNote')}>
        <DeclarationFields {...part} />
      </Section>
    </>
  );
}

/** What the assignment is called, where it stands, and what it is about in a sentence. */
function NameFields({
  stages,
  settings,
  template,
  follows,
  change,
  errorOf,
}: FormPart & { stages: readonly Stage[] }) {
  const t = useTranslations('drafts.task');
  const isNew = follows === null;
  return (
    <>
      <div className={styles.fields}>
        <TextInput
          label={t('name')}
          value={settings.title}
          maxLength={200}
          error={errorOf('title')}
          onChange={({ currentTarget: { value } }) =>
            // The address follows the title until it was written by hand.
            change({
              title: value,
              ...(isNew && settings.slug === assignmentSlugOf(settings.title)
                ? { slug: assignmentSlugOf(value) }
                : {}),
            })
          }
        />
        <TextInput
          label={t('slug')}
          description={t(isNew ? 'slugNote' : 'slugKept')}
          value={settings.slug}
          maxLength={63}
          readOnly={!isNew}
          error={errorOf('slug')}
          onChange={(event) => change({ slug: event.currentTarget.value })}
        />
        {isNew && (
          <ChoiceField
            label={t('stage')}
            note={t('stageNote')}
            value={settings.stage ?? template?.stage ?? null}
            choices={stages.map(({ slug }) => slug)}
            nameOf={(slug) => stages.find((each) => each.slug === slug)?.title ?? slug}
            error={errorOf('stage')}
            onChange={(chosen) => change({ stage: chosen })}
          />
        )}
      </div>
      <TextInput
        label={t('summary')}
        description={t('summaryNote')}
        value={settings.summary}
        maxLength={2000}
        error={errorOf('summary')}
        onChange={(event) => change({ summary: event.currentTarget.value })}
      />
    </>
  );
}

/** The brief, beside what students will see of it. */
function BriefField({ settings, change, errorOf }: FormPart) {
  const t = useTranslations('drafts.task');
  return (
    <div className={styles.brief}>
      <div className={styles.stack}>
        <MarkdownField
          label={t('brief')}
          description={t('briefNote')}
          value={settings.brief}
          maxLength={DRAFT_LIMITS.brief}
          minRows={12}
          error={errorOf('brief')}
          onChange={(brief) => change({ brief })}
        />
      </div>
      <section className={styles.preview} aria-label={t('preview')}>
        <p className={styles.quiet}>{t('preview')}</p>
        <Prose text={settings.brief || t('briefMissing')} />
      </section>
    </div>
  );
}
