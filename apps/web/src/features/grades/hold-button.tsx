'use client';

import { useMutation } from '@apollo/client/react';
import { Button, Group, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { SetGradesHeldDocument, type GradedAssignmentFieldsFragment } from '@/generated/graphql';
import { MutationStatus } from '@/ui/mutation-status';
import styles from '@/features/settings/settings.module.css';

/** Holds the grades of an assignment back, or releases them, after a question. */
export function HoldButton({
  cohortId,
  assignment: { slug, title, isHeld, certified },
}: {
  cohortId: string;
  assignment: GradedAssignmentFieldsFragment;
}) {
  const t = useTranslations('grades');
  const router = useRouter();
  const [isOpen, dialog] = useDisclosure(false);
  const [set, { loading, error }] = useMutation(SetGradesHeldDocument, { errorPolicy: 'all' });
  const action = isHeld ? 'release' : 'hold';

  async function confirm() {
    const answer = await set({ variables: { input: { cohortId, assignmentSlug: slug, isHeld: !isHeld } } });
    if (answer.error) return;
    dialog.close();
    router.refresh();
  }

  return (
    <>
      <Button
        size="compact-sm"
        variant={isHeld ? 'filled' : 'default'}
        onClick={dialog.open}
        aria-label={t(`${action}Of`, { title })}
      >
        {t(action)}
      </Button>
      <Modal opened={isOpen} onClose={dialog.close} title={t(`${action}Of`, { title })}>
        <div className={styles.stack}>
          <p>{t(`${action}Text`, { certified })}</p>
          <MutationStatus error={error} refused={t('refused')} />
          <Group justify="flex-end">
            <Button variant="default" onClick={dialog.close}>
              {t('cancel')}
            </Button>
            <Button loading={loading} onClick={() => void confirm()} data-autofocus>
              {t(`${action}Now`)}
            </Button>
          </Group>
        </div>
      </Modal>
    </>
  );
}
