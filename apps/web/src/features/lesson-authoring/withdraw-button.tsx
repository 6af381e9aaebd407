'use client';

import { useTranslations } from 'next-intl';
import { WithdrawLessonDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ConfirmedButton } from '@/ui/confirmed-button';

/** Takes a lesson away from students. */
export function WithdrawButton({ lessonId }: { lessonId: string }) {
  const t = useTranslations('lessonAuthoring');
  const [withdraw] = useMutation(WithdrawLessonDocument, { errorPolicy: 'all' });
  return (
    <ConfirmedButton
      label={t('withdraw')}
      name={t('withdraw')}
      title={t('withdrawTitle')}
      text={t('withdrawText')}
      keep={t('keep')}
      refused={t('refused')}
      act={() => withdraw({ variables: { lessonId } })}
    />
  );
}
