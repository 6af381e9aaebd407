'use client';

import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PublishRedrawDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ConfirmedButton } from '@/ui/confirmed-button';
import { RedrawImport } from './redraw-import';

interface Props {
  diagramId: string;
  /** The exercise that asks for the diagram already. */
  redraw: { slug: string; title: string } | null;
}

/** Makes an exercise of a published diagram: its labels on offer, its arrows the hidden key. */
export function RedrawExercise({ diagramId, redraw }: Props) {
  const t = useTranslations('diagramAuthoring');
  const [publish] = useMutation(PublishRedrawDocument, { errorPolicy: 'all' });
  const [asked, setAsked] = useState<string | null>(null);
  return (
    <>
      {redraw && (
        <p>
          <Link href={`/assignments/${redraw.slug}`}>{redraw.title}</Link>
        </p>
      )}
      {asked && <RedrawImport key={asked} id={asked} />}
      <ConfirmedButton
        label={t(redraw ? 'redrawAgain' : 'redraw')}
        name={t(redraw ? 'redrawAgain' : 'redraw')}
        title={t('redrawTitle')}
        text={t('redrawText')}
        keep={t('keep')}
        refused={t('refused')}
        act={async () => {
          const answer = await publish({ variables: { diagramId } });
          if (answer.data) setAsked(answer.data.publishRedraw.id);
          return answer;
        }}
      />
    </>
  );
}
