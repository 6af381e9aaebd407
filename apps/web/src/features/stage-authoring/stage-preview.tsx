'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import type { StageText } from '@holdout/domain';
import { StageAims } from '@/features/roadmap/stage-aims';
import { StageAnchors } from '@/features/roadmap/stage-anchors';
import { Columns } from '@/ui/columns';

// Formulas and highlighting are heavy: they arrive when somebody looks at them.
const Prose = dynamic(() => import('@/ui/prose').then((module) => module.Prose));

/** What a stage says, as a student will see it between its lessons and assignments. */
export function StagePreview({ text }: { text: StageText }) {
  return (
    <Columns side={<StageAims unlocks={text.unlocks} skills={text.skills} />}>
      <p>{text.goal}</p>
      <StageOverview overview={text.overview} />
      <StageAnchors anchors={text.studyAnchors} />
    </Columns>
  );
}

export function StageOverview({ overview }: { overview: string }) {
  const t = useTranslations('versions');
  return overview ? <Prose text={overview} withoutTitle /> : <p>{t('nothingYet')}</p>;
}
