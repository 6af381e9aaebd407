'use client';

import { Button, Group } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { EnrollStudentDocument, type PeopleQuery } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { LinkButton } from '@/ui/link-button';
import { MutationStatus } from '@/ui/mutation-status';
import { Notice } from '@/ui/notice';

interface Props {
  email: string;
  /** Into which they were to be invited. */
  cohort: PeopleQuery['cohorts'][number] | null;
}

/** What there is to do instead of inviting somebody who is here. */
export function AlreadyMember({ email, cohort }: Props) {
  const t = useTranslations('people');
  const [enroll, { data, error, loading }] = useMutation(EnrollStudentDocument, { errorPolicy: 'all' });
  return (
    <>
      <Group gap="xs">
        {cohort && (
          <Button
            size="compact-sm"
            variant="default"
            loading={loading}
            onClick={() => void enroll({ variables: { email, cohortId: cohort.id } })}
          >
            {t('enroll', { cohort: cohort.name })}
          </Button>
        )}
        <LinkButton
          size="compact-sm"
          variant="default"
          href={`/people?search=${encodeURIComponent(email)}#members`}
        >
          {t('showMember')}
        </LinkButton>
      </Group>
      <MutationStatus error={error} refused={t('notEnrolled')}>
        {data && cohort && <Notice meaning="passed" title={t('enrolled', { email, cohort: cohort.name })} />}
      </MutationStatus>
    </>
  );
}
