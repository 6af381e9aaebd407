'use client';

import { useTranslations } from 'next-intl';
import { ChoiceLinks } from '@/ui/choice-links';
import type { Problem, Settings } from './draft.types';
import { hrefOf, missingOf, settingOf, stepOf, STEPS, type Step } from './draft-problems';

interface Props {
  current: Step;
  settings: Settings;
  problems: readonly Problem[];
}

/** The steps in order, each with how much of it still wants doing. */
export function DraftSteps({ current, settings, problems }: Props) {
  const t = useTranslations('drafts');
  const open = new Set([...missingOf(settings), ...problems.flatMap((problem) => settingOf(problem) ?? [])]);
  const left = (step: Step) => [...open].filter((setting) => stepOf(setting) === step).length;
  return (
    <ChoiceLinks
      label={t('steps')}
      choices={STEPS.map((step, place) => ({
        href: hrefOf(step),
        label: t('stepNamed', { place: place + 1, step: t(`step.${step}`), left: left(step) }),
        isCurrent: step === current,
      }))}
    />
  );
}
