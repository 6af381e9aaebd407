'use client';

import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import styles from '@/features/settings/settings.module.css';
import { SetQuotaDocument, type QuotasQuery } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { MutationStatus } from '@/ui/mutation-status';
import { StudentChoice } from './student-choice';

const LIMITS = ['runsPerDay', 'cpuSeconds', 'gpuSeconds', 'storageBytes', 'parallelRuns'] as const;
const EVERYBODY = 'organization';

const ONE_STUDENT = 'student';
const MIB = 1024 * 1024;

/** Sets limits for the organization, for each student of a cohort, or for one student; for ever or until a day. */
export function QuotaForm({ cohorts }: { cohorts: QuotasQuery['cohorts'] }) {
  const t = useTranslations('quotas');
  const router = useRouter();
  const [whom, setWhom] = useState(EVERYBODY);
  const [studentId, setStudentId] = useState<string | null>(null);
  const [limits, setLimits] = useState<Partial<Record<(typeof LIMITS)[number], number>>>({});
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const [set, { error, loading }] = useMutation(SetQuotaDocument, { errorPolicy: 'all' });

  async function submit(event: FormEvent) {
    event.preventDefault();
    const [kind, id] = whom.split(' ');
    const answer = await set({
      variables: {
        input: {
          cohortId: kind === 'cohort' ? (id ?? null) : null,
          membershipId: whom === ONE_STUDENT ? studentId : null,
          ...Object.fromEntries(LIMITS.map((limit) => [limit, limits[limit] ?? null])),
          storageBytes: limits.storageBytes === undefined ? null : limits.storageBytes * MIB,
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
            { value: ONE_STUDENT, label: t('oneStudent') },
          ]}
        />
        {whom === ONE_STUDENT && <StudentChoice value={studentId} onChange={setStudentId} />}
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
        <Button type="submit" loading={loading} disabled={whom === ONE_STUDENT && studentId === null}>
          {t('set')}
        </Button>
      </div>
      <MutationStatus error={error} refused={t('refused')} />
    </form>
  );
}
