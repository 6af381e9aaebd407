'use client';

import { useTranslations } from 'next-intl';
import { LeaveTeamDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ConfirmedButton } from '@/ui/confirmed-button';

export function LeaveTeam({ slug, isLast }: { slug: string; isLast: boolean }) {
  const t = useTranslations('teams');
  const [leave] = useMutation(LeaveTeamDocument, { errorPolicy: 'all' });
  const what = isLast ? 'dissolve' : 'leave';
  return (
    <ConfirmedButton
      label={t(what)}
      name={t(what)}
      title={t(`${what}Title`)}
      text={t(`${what}Text`)}
      keep={t('stay')}
      refused={t('refused')}
      act={() => leave({ variables: { assignmentSlug: slug } })}
    />
  );
}
