'use client';

import { useMounted } from '@mantine/hooks';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { SaveAssignmentDraftDocument } from '@/generated/graphql';
import { apiFailure } from '@/lib/apollo/errors';
import { mutateLastingly } from '@/lib/apollo/mutate-lastingly';
import { useSaving } from '@/lib/use-saving';
import { CheckStep } from './check-step';
import { ColumnsStep } from './columns-step';
import { DataStep } from './data-step';
import { DraftSteps } from './draft-steps';
import type { Draft, FormPart, Profile, Settings, Stage } from './draft.types';
import { folderOf, hrefOf, isCheckedAsItIs, saidOf, settingRefused, STEPS } from './draft-problems';
import { Published } from './published';
import { SavingNote } from './saving-note';
import { ScorerStep } from './scorer-step';
import { TaskStep } from './task-step';
import { useDraftImport } from './use-draft-import';
import { withoutTypes } from './without-types';
import styles from './authoring.module.css';

interface Props {
  draft: Draft;
  profile: Profile;
  stages: readonly Stage[];
}

/** A draft from its data to its publication. Every change is kept; each step has its own address. */
export function DraftDesk({ draft, profile, stages }: Props) {
  const t = useTranslations('drafts');
  const asked = useSearchParams().get('step');
  const isLive = useMounted();
  const step = STEPS.find((known) => known === asked) ?? 'data';
  const [settings, setSettings] = useState<Settings>(draft.settings);
  /** What the last check was of; null where the draft was changed after it. */
  const [checked, setChecked] = useState(isCheckedAsItIs(draft) ? draft.settings : null);
  const { saving, saveNow } = useSaving(settings, (newest) =>
    mutateLastingly(SaveAssignmentDraftDocument, { id: draft.id, settings: withoutTypes(newest) }),
  );
  const work = useDraftImport(draft.id, draft.newestImport);
  const problems = work.newest?.problems;
  const said = useMemo(() => saidOf(problems ?? []), [problems]);
  const refused = work.error ? apiFailure(work.error) : null;

  async function begin(what: 'check' | 'publish') {
    setChecked(settings);
    if (await saveNow()) await work.begin(what);
  }

  function errorOf(setting: keyof Settings): string | null {
    // A setting that has been changed since is no longer the one found wrong.
    if (checked && checked[setting] !== settings[setting]) return null;
    if (refused && settingRefused(refused.field) === setting) return refused.message;
    return said.get(setting) ?? null;
  }

  if (work.newest?.publish && work.newest.status === 'SUCCEEDED')
    return <Published report={work.newest.report} folder={folderOf(draft)} />;

  const part: FormPart = {
    settings,
    profile,
    follows: draft.follows,
    template: profile.templates.find(({ name }) => name === settings.template) ?? null,
    change: (patch) => setSettings((known) => ({ ...known, ...patch })),
    isStale: checked !== settings,
    errorOf,
  };
  const check = () => void begin('check');
  const next = STEPS[STEPS.indexOf(step) + 1];
  return (
    <div className={styles.desk}>
      <DraftSteps current={step} settings={settings} problems={problems ?? []} />
      {/* What is chosen before the page listens would be lost: until then nothing can be. */}
      <fieldset className={styles.form} disabled={!isLive}>
        {step === 'data' && <DataStep profile={profile} target={settings.target} />}
        {step === 'columns' && <ColumnsStep {...part} work={work} onCheck={check} />}
        {step === 'task' && <TaskStep {...part} stages={stages} />}
        {step === 'scorer' && <ScorerStep {...part} work={work} onCheck={check} />}
        {step === 'check' && <CheckStep {...part} folder={folderOf(draft)} work={work} onBegin={begin} />}
      </fieldset>
      <SavingNote
        saving={saving}
        onRetry={() => void saveNow()}
        next={next ? { label: t('next', { step: t(`step.${next}`) }), href: hrefOf(next) } : null}
      />
    </div>
  );
}
