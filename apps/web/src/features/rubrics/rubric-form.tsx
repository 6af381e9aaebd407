'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { RubricQuery, RubricSourcesQuery } from '@/generated/graphql';
import { RubricEditor } from './rubric-editor';

interface Props {
  rubric: RubricQuery['rubric'];
  sources: RubricSourcesQuery['assignments'];
}

/** A version that comes into force starts a fresh editor; that it did is said beside it, and stays. */
export function RubricForm({ rubric, sources }: Props) {
  const t = useTranslations('rubric');
  const [applied, setApplied] = useState<number | null>(null);
  return (
    <>
      <RubricEditor key={rubric.version} rubric={rubric} sources={sources} onApplied={setApplied} />
      <div role="status">{applied !== null && <p>{t('applied', { version: applied })}</p>}</div>
    </>
  );
}
