import { useTranslations } from 'next-intl';
import type { DeclaredFragment } from '@/generated/graphql';
import { Facts, Panel } from '@/ui/panel';
import styles from './declaration-panel.module.css';

/** What the student declared with the submission, and the policy that they confirmed. */
export function DeclarationPanel({ declaration }: { declaration: DeclaredFragment | null | undefined }) {
  const t = useTranslations('run.declaration');
  const ai = useTranslations('submit.ai');
  return (
    <Panel title={t('title')}>
      {declaration ? (
        <>
          <Facts
            items={[
              [t('ownWork'), declaration.isOwnWork ? t('confirmed') : t('notConfirmed')],
              [t('aiUse'), ai(declaration.aiUse)],
              [t('help'), declaration.help || t('none')],
            ]}
          />
          {declaration.policy && (
            <details className={styles.policy}>
              <summary>{t('policy')}</summary>
              <p>{declaration.policy}</p>
            </details>
          )}
        </>
      ) : (
        <p className={styles.nothing}>{t('nothing')}</p>
      )}
    </Panel>
  );
}
