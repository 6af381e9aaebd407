import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import type { ReproductionFragment } from '@/generated/graphql';
import { Section } from '@/ui/page';
import { ReproductionCard } from './reproduction-card';

/** On the page of a run that repeats another one: which, and what came of it. */
export function ReproductionResult({ reproduction }: { reproduction: ReproductionFragment }) {
  const t = useTranslations('reproduction');
  return (
    <Section
      id="reproduction"
      title={t('result')}
      note={<Link href={`/runs/${reproduction.originalRunId}/score`}>{t('original')}</Link>}
    >
      <ReproductionCard reproduction={reproduction} isOnItsPage />
    </Section>
  );
}
