import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { MutationStatus } from '@/ui/mutation-status';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/page';
import type { FormPart } from './draft.types';
import { ImportProgress } from './import-progress';
import { ProblemList } from './problem-list';
import { RoleFields } from './role-fields';
import { SplitFields } from './split-fields';
import { SplitReport } from './split-report';
import type { useDraftImport } from './use-draft-import';
import styles from './authoring.module.css';

interface Props extends FormPart {
  work: ReturnType<typeof useDraftImport>;
  onCheck: () => void;
}

/** The target and the meaning of the other columns; then the rule by which rows are split, and its result. */
export function ColumnsStep({ work, onCheck, ...part }: Props) {
  const t = useTranslations('drafts.columns');
  const { settings, profile, follows } = part;
  const { determined } = profile.table;
  const tells = determined.filter((each) => each.target === settings.target).map(({ column }) => column);
  return (
    <>
      <Section title={t('title')} note={t(follows === null ? 'note' : 'keptNote')}>
        {follows === null && <RoleFields {...part} />}
        {tells.length > 0 && (
          <Notice meaning="attention" title={t('tells', { columns: tells.join(', ') })}>
            {t('tellsText')}
          </Notice>
        )}
      </Section>
      <Section title={t('split')} note={t(follows === null ? 'splitNote' : 'splitKeptNote')}>
        <SplitFields {...part} />
        <div className={styles.row}>
          <Button variant="default" loading={work.isRunning} onClick={onCheck}>
            {t('look')}
          </Button>
        </div>
        <MutationStatus error={work.error} refused={t('refused')} />
        {work.newest && <ImportProgress work={work.newest} isStale={part.isStale} />}
        <ProblemList problems={work.newest?.problems ?? []} />
        {work.newest?.report && <SplitReport report={work.newest.report} />}
      </Section>
    </>
  );
}
