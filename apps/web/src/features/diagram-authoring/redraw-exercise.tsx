'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PublishRedrawDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ConfirmedButton } from '@/ui/confirmed-button';
import { useRefresh } from '@/ui/use-refresh';

interface Props {
  diagramId: string;
  /** The exercise that asks for the diagram already. */
  redraw: { slug: string; title: string } | null;
}

/** Makes an exercise of a published diagram: its labels on offer, its arrows the hidden key. */
export function RedrawExercise({ diagramId, redraw }: Props) {
  const t = useTranslations('diagramAuthoring');
  const [publish] = useMutation(PublishRedrawDocument, { errorPolicy: 'all' });
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      {redraw ? (
        <p>
          <Link href={`/assignments/${redraw.slug}`}>{redraw.title}</Link>
        </p>
      ) : (
        isAsked && <Waiting />
      )}
      <ConfirmedButton
        label={t(redraw ? 'redrawAgain' : 'redraw')}
        name={t(redraw ? 'redrawAgain' : 'redraw')}
        title={t('redrawTitle')}
        text={t('redrawText')}
        keep={t('keep')}
        refused={t('refused')}
        act={async () => {
          const answer = await publish({ variables: { diagramId } });
          if (answer.data) setAsked(true);
          return answer;
        }}
      />
    </>
  );
}

/** A worker makes it: the page is shown anew until it is there. */
function Waiting() {
  const t = useTranslations('diagramAuthoring');
  useRefresh();
  return <p role="status">{t('redrawWaits')}</p>;
}
