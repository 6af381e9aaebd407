'use client';

import { useTranslations } from 'next-intl';
import { SetGradesHeldDocument, type GradedAssignmentFieldsFragment } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ConfirmedButton } from '@/ui/confirmed-button';

/** Holds the grades of an assignment back, or releases them. */
export function HoldButton({
  cohortId,
  assignment: { slug, title, isHeld, certified },
}: {
  cohortId: string;
  assignment: GradedAssignmentFieldsFragment;
}) {
  const t = useTranslations('grades');
  const [set] = useMutation(SetGradesHeldDocument, { errorPolicy: 'all' });
  const action = isHeld ? 'release' : 'hold';
  return (
    <ConfirmedButton
      label={t(action)}
      name={t(`${action}Of`, { title })}
      title={t(`${action}Of`, { title })}
      text={t(`${action}Text`, { certified })}
      keep={t('cancel')}
      confirm={t(`${action}Now`)}
      variant={isHeld ? 'filled' : 'default'}
      refused={t('refused')}
      act={() => set({ variables: { input: { cohortId, assignmentSlug: slug, isHeld: !isHeld } } })}
    />
  );
}
