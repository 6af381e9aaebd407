import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import type { RedrawQuery } from '@/generated/graphql';
import { Crumbs, PageHead } from '@/ui/page';
import { Panel } from '@/ui/panel';
import { Columns } from '@/ui/columns';
import { RedrawDesk } from './redraw-desk';
import type { Stored } from './unsaved-sketch';
import styles from './redraw-page.module.css';

interface Props {
  assignment: RedrawQuery['assignment'];
  diagram: NonNullable<NonNullable<RedrawQuery['assignment']['version']>['diagram']>;
  passMark: number;
  integrityPolicy: string;
  viewerId: string;
  stored: Stored;
  canSubmit: boolean;
}

/** A concept diagram to draw from memory. */
export function RedrawPage(props: Props) {
  const { assignment, diagram, passMark, integrityPolicy, viewerId, stored, canSubmit } = props;
  const t = useTranslations('redraw');
  const { stage } = assignment;
  return (
    <>
      <Crumbs
        trail={[
          { label: stage.title, href: `/stages/${stage.slug}` },
          { label: assignment.title, href: `/assignments/${assignment.slug}` },
          { label: t('title') },
        ]}
      />
      <PageHead title={assignment.title} lead={assignment.summary} />
      <Columns
        side={
          <Panel title={t('rule')}>
            <ul className={styles.rule}>
              <li>{t('ruleArrows')}</li>
              <li>{t('ruleLoops')}</li>
              <li>{t('ruleLabels')}</li>
              <li>{t('ruleReversed')}</li>
              <li>{t('rulePass', { passMark })}</li>
            </ul>
            <p className={styles.more}>
              <Link href={`/assignments/${assignment.slug}`}>{t('brief')}</Link>
            </p>
          </Panel>
        }
      >
        <RedrawDesk
          assignmentSlug={assignment.slug}
          labels={diagram.labels}
          policy={assignment.policy}
          integrityPolicy={integrityPolicy}
          viewerId={viewerId}
          stored={stored}
          canSubmit={canSubmit}
        />
      </Columns>
    </>
  );
}
