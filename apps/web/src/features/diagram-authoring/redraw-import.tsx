'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { RedrawImportDocument } from '@/generated/graphql';
import { useLazyQuery } from '@/lib/apollo/use-lazy-query';
import { Notice } from '@/ui/notice';

const ASK_MS = 1_500;

/** How far a worker is with an exercise: asked again and again until it is there, or why it is not. */
export function RedrawImport({ id }: { id: string }) {
  const t = useTranslations('diagramAuthoring');
  const router = useRouter();
  const [ask, { data }] = useLazyQuery(RedrawImportDocument);
  const status = data?.assignmentImport.status;
  const hasEnded = status === 'SUCCEEDED' || status === 'REJECTED' || status === 'FAILED';
  useEffect(() => {
    if (hasEnded) {
      router.refresh();
      return;
    }
    // A question that is lost is asked again.
    const timer = setInterval(() => void ask({ variables: { id } }).catch(() => undefined), ASK_MS);
    return () => clearInterval(timer);
  }, [ask, id, hasEnded, router]);
  if (status === 'REJECTED' || status === 'FAILED')
    return (
      <Notice meaning="failed" title={t('redrawFailed')}>
        {data?.assignmentImport.error}
        {data?.assignmentImport.problems.map(({ message }) => (
          <p key={message}>{message}</p>
        ))}
      </Notice>
    );
  return <p role="status">{t(status === 'SUCCEEDED' ? 'redrawDone' : 'redrawWaits')}</p>;
}
