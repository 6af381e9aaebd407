'use client';

import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { ChangeCohortDocument, CreateCohortDocument, type CohortRowFragment } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { Dialog } from '@/ui/dialog';
import { CohortFields } from './cohort-fields';

export function NewCohort() {
  const t = useTranslations('organization');
  const [isOpen, dialog] = useDisclosure(false);
  const [create] = useMutation(CreateCohortDocument, { errorPolicy: 'all' });
  return (
    <>
      <Button onClick={dialog.open}>{t('newCohort')}</Button>
      <Dialog isOpen={isOpen} onClose={dialog.close} title={t('newCohort')}>
        <CohortFields
          cohort={null}
          save={(input, slug) => create({ variables: { input, slug } })}
          onClose={dialog.close}
        />
      </Dialog>
    </>
  );
}

export function ChangeCohort({ cohort }: { cohort: CohortRowFragment }) {
  const t = useTranslations('organization');
  const [isOpen, dialog] = useDisclosure(false);
  const [change] = useMutation(ChangeCohortDocument, { errorPolicy: 'all' });
  const title = t('changeOf', { name: cohort.name });
  return (
    <>
      <Button size="compact-sm" variant="default" aria-label={title} onClick={dialog.open}>
        {t('change')}
      </Button>
      <Dialog isOpen={isOpen} onClose={dialog.close} title={title}>
        <CohortFields
          cohort={cohort}
          save={(input) => change({ variables: { id: cohort.id, input } })}
          onClose={dialog.close}
        />
      </Dialog>
    </>
  );
}
