'use client';

import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import styles from '@/features/settings/settings.module.css';
import { SetQuotaDocument, type QuotasQuery } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { MutationStatus } from '@/ui/mutation-status';

const LIMITS = ['runsPerDay', 'cpuSeconds', 'gpuSeconds', 'storageBytes', 'parallelRuns'] as const;
const EVERYBODY = 'organization';

interface Props {
  cohorts: QuotasQuery['cohorts'];
  members: QuotasQuery['memberships']['nodes'];
}

/** Sets limits for the organization, for each student of a cohort, or for one student; for ever or until a day. */
export function QuotaForm({ cohorts, members }: Props) {
  const t = useTranslations('quotas');
  const router = useRouter();
  const [whom, setWhom] = useState(EVERYBODY);
  const [limits, setLimits] = useState<Partial<Record<(typeof LIMITS)[number], number>>>({});
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const [set, { error, loading }] = useMutation(SetQuotaDocument, { errorPolicy: 'all' });
  const students = members.filter(({ role }) => role === 'STUDENT');

  async function submit(event: FormEvent) {
    event.preventDefault();
    const [kind, id] = whom.split(' ');
    const answer = await set({
      variables: {
        input: {
          cohortId: kind === 'cohort' ? (id ?? null) : null,
          membershipId: kind === 'student' ? (id ?? null) : null,
          ...Object.fromEntries(LIMITS.map((limit) => [limit, limits[limit] ?? null])),
          reason,
          expiresAt: until ? new Date(until).toISOString() : null,
        },
      },
    });
    if (answer.error) return;
    setLimits({});
    setReason('');
    router.refresh();
  }

  return (
    <form onSubmit={(event) => void submit(event)} className={styles.stack}>
      <div className={styles.row}>
        <Select
          label={t('whom')}
          searchable
          allowDeselect={false}
          value={whom}
          onChange={(value) => setWhom(value ?? EVERYBODY)}
          data={[
            { value: EVERYBODY, label: t('scope.ORGANIZATION') },
            {
              group: t('cohorts'),
              items: cohorts.map(({ id, name }) => ({ value: `cohort ${id}`, label: name })),
            },
            {
              group: t('students'),
              items: students.map(({ id, name }) => ({ value: `student ${id}`, label: name })),
            },
          ]}
        />
        {LIMITS.map((limit) => (
          <NumberInput
            key={limit}
            label={t(`field.${limit}`)}
            min={0}
            allowDecimal={false}
            thousandSeparator=" "
            value={limits[limit] ?? ''}
            onChange={(value) =>
              setLimits(({ [limit]: _, ...rest }) =>
                typeof value === 'number' ? { ...rest, [limit]: value } : rest,
              )
            }
          />
        ))}
      </div>
      <div className={styles.row}>
        <TextInput
          label={t('reason')}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <TextInput
          type="datetime-local"
          label={t('untilField')}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
        <Button type="submit" loading={loading}>
          {t('set')}
        </Button>
      </div>
      <MutationStatus error={error} refused={t('refused')} />
    </form>
  );
}
