import { useTranslations } from 'next-intl';
import type { RunStateFragment } from '@/generated/graphql';
import { Facts, Panel } from '@/ui/panel';

/** What the student declared with the submission. */
export function DeclarationPanel({ submission }: { submission: RunStateFragment['submission'] }) {
  const t = useTranslations('run.declaration');
  const ai = useTranslations('submit.ai');
  const { declaration } = submission;
  if (!declaration) return null;
  return (
    <Panel title={t('title')}>
      <Facts
        items={[
          [t('ownWork'), declaration.isOwnWork ? t('confirmed') : t('notConfirmed')],
          [t('aiUse'), ai(declaration.aiUse)],
          [t('help'), declaration.help || t('none')],
        ]}
      />
    </Panel>
  );
}
