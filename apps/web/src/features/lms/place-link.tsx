'use client';

import { Button, Select } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { PlaceLtiLinkDocument, type LtiChoicesQuery } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { MutationStatus } from '@/ui/mutation-status';
import styles from './lms.module.css';

interface Props extends LtiChoicesQuery {
  organizationSlug: string;
  launchId: string;
  /** Whether the link is new, so that the LMS has to be told about it. */
  isNew: boolean;
}

/** Says which assignment of which cohort a link opens, then opens it. */
export function PlaceLink({ cohorts, assignments, organizationSlug, launchId, isNew }: Props) {
  const t = useTranslations('lmsLaunch');
  const [cohortId, setCohortId] = useState(cohorts[0]?.id ?? '');
  const [assignmentSlug, setAssignmentSlug] = useState<string | null>(null);
  const [place, { error, loading }] = useMutation(PlaceLtiLinkDocument, { errorPolicy: 'all' });

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (assignmentSlug === null) return;
    const { data } = await place({
      variables: { input: { organizationSlug, launchId, cohortId, assignmentSlug } },
    });
    if (data) window.location.assign(data.placeLtiLink);
  }

  // A new one goes back with a page of its own, which leads on to the LMS.
  const way = isNew
    ? { method: 'post', action: `/lti/${organizationSlug}/choose` }
    : { onSubmit: (event: FormEvent) => void submit(event) };
  return (
    <form {...way} className={styles.form}>
      <input type="hidden" name="launch" value={launchId} />
      <input type="hidden" name="cohort" value={cohortId} />
      <input type="hidden" name="assignment" value={assignmentSlug ?? ''} />
      <Select
        label={t('cohort')}
        data={cohorts.map(({ id, name }) => ({ value: id, label: name }))}
        value={cohortId}
        allowDeselect={false}
        onChange={(value) => setCohortId(value ?? '')}
      />
      <Select
        label={t('assignment')}
        searchable
        data={assignments.map(({ slug, title }) => ({ value: slug, label: title }))}
        value={assignmentSlug}
        onChange={setAssignmentSlug}
      />
      <Button type="submit" loading={loading} disabled={assignmentSlug === null}>
        {t(isNew ? 'add' : 'place')}
      </Button>
      <MutationStatus error={error} refused={t('placeRefused')} />
    </form>
  );
}
