'use client';

import { Button, Group, NumberInput, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ORGANIZATION_LIMITS as MAX } from '@holdout/domain';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import styles from '@/features/settings/settings.module.css';
import { ChangeOrganizationDocument, type WatchedOrganizationRowFragment } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { Dialog } from '@/ui/dialog';
import { MutationStatus } from '@/ui/mutation-status';

/** Opens name and share of the fleet of one organization. */
export function ChangeOrganization({ organization }: { organization: WatchedOrganizationRowFragment }) {
  const t = useTranslations('organizations');
  const [isOpen, dialog] = useDisclosure(false);
  const title = t('changeOf', { name: organization.name });
  return (
    <>
      <Button size="compact-sm" variant="default" aria-label={title} onClick={dialog.open}>
        {t('change')}
      </Button>
      <Dialog isOpen={isOpen} onClose={dialog.close} title={title}>
        <ChangeForm organization={organization} onClose={dialog.close} />
      </Dialog>
    </>
  );
}

/** A closed dialog keeps nothing: the next opening begins with what is so. */
function ChangeForm({
  organization: { id, ...before },
  onClose,
}: {
  organization: WatchedOrganizationRowFragment;
  onClose: () => void;
}) {
  const t = useTranslations('organizations');
  const router = useRouter();
  const [name, setName] = useState(before.name);
  const [weight, setWeight] = useState<number | string>(before.weight);
  const [change, { error, loading }] = useMutation(ChangeOrganizationDocument, { errorPolicy: 'all' });

  async function submit(event: FormEvent) {
    event.preventDefault();
    const answer = await change({ variables: { input: { id, name, weight: Number(weight) } } });
    if (answer.error) return;
    onClose();
    router.refresh();
  }

  return (
    <form className={styles.stack} onSubmit={(event) => void submit(event)}>
      <TextInput
        label={t('name')}
        value={name}
        maxLength={MAX.name}
        onChange={(event) => setName(event.currentTarget.value)}
        required
        withAsterisk={false}
      />
      <NumberInput
        label={t('weight')}
        description={t('weightNote')}
        min={MAX.leastWeight}
        max={MAX.mostWeight}
        step={0.5}
        value={weight}
        onChange={setWeight}
      />
      <MutationStatus error={error} refused={t('refused')} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={loading}>
          {t('save')}
        </Button>
      </Group>
    </form>
  );
}
