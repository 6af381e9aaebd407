import { shortRunId } from '@holdout/domain';
import { useTranslations } from 'next-intl';
import { Crumbs } from '@/ui/page';

interface Props {
  run: { id: string; assignment: { slug: string; title: string; stage: { slug: string; title: string } } };
  isScore?: boolean;
}

/** stage › assignment › run › score. */
export function RunTrail({ run, isScore = false }: Props) {
  const t = useTranslations('run');
  const { assignment } = run;
  const name = t('name', { id: shortRunId(run.id) });
  return (
    <Crumbs
      trail={[
        { label: assignment.stage.title, href: `/stages/${assignment.stage.slug}` },
        { label: assignment.title, href: `/assignments/${assignment.slug}` },
        ...(isScore ? [{ label: name, href: `/runs/${run.id}` }, { label: t('score') }] : [{ label: name }]),
      ]}
    />
  );
}
