import { ROSTER_LIMITS, ROSTER_UNDOES, ROSTER_UNDOS } from '@holdout/domain';
import { getTranslations } from 'next-intl/server';
import { forbidden } from 'next/navigation';
import { ImportState } from '@/features/roster-imports/import-state';
import { UndoButton } from '@/features/roster-imports/undo-button';
import { UndoTable } from '@/features/roster-imports/undo-table';
import { readViewer, rolesIn } from '@/features/viewer/read-viewer';
import { RosterUndoDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { ChoiceLinks } from '@/ui/choice-links';
import { LocalTime } from '@/ui/local-time';
import { NextPage } from '@/ui/next-page';
import { Crumbs, Empty, PageHead, Section } from '@/ui/page';
import { Facts, Panel } from '@/ui/panel';

export const generateMetadata = () => titled('rosterImports');

async function Page({ params, searchParams }: PageProps<'/people/imports/[id]'>) {
  const viewer = await readViewer();
  if (!viewer || !rolesIn(viewer).includes('ADMIN')) forbidden();
  const [{ id }, given] = await Promise.all([params, searchParams]);
  const effect = ROSTER_UNDOS.find((known) => known === given.effect) ?? null;
  const after = typeof given.after === 'string' ? given.after : null;
  const [{ rosterUndo }, t, people] = await Promise.all([
    load(RosterUndoDocument, { id, after, effect }),
    getTranslations('rosterImports'),
    getTranslations('people'),
  ]);
  const { import: roster, counts, rows, pageInfo } = rosterUndo;
  const sum = (some: typeof counts) => some.reduce((total, count) => total + count.rows, 0);
  const all = sum(counts);
  const undone = sum(counts.filter((count) => ROSTER_UNDOES.includes(count.effect)));
  const isUndone = roster.undoneAt !== null;
  const path = `/people/imports/${roster.id}`;
  return (
    <>
      <Crumbs
        trail={[
          { label: people('title'), href: '/people' },
          { label: t('title'), href: '/people/imports' },
          { label: roster.name },
        ]}
      />
      <PageHead
        title={roster.name}
        lead={
          isUndone
            ? t('undoneLead', { undone, stays: all - undone })
            : roster.mayUndo
              ? t('undoLead', { undone, stays: all - undone })
              : t('forGoodLead', { days: ROSTER_LIMITS.undoDays, imports: ROSTER_LIMITS.undoImports })
        }
        aside={
          roster.mayUndo && undone > 0 ? (
            <UndoButton id={roster.id} name={roster.name} undone={undone} stays={all - undone} />
          ) : undefined
        }
      />
      <Panel title={t('import')}>
        <Facts
          items={[
            [t('column.state'), <ImportState key="state" roster={roster} />],
            [t('column.importedBy'), roster.importedBy],
            [t('column.importedAt'), <LocalTime key="at" at={roster.importedAt} />],
            [t('column.invited'), t('count', { rows: roster.invited })],
            [t('column.placed'), t('count', { rows: roster.placed })],
            [t('column.unchanged'), t('count', { rows: roster.unchanged })],
            [t('column.refused'), t('count', { rows: roster.refused })],
            [t('undoneBy'), roster.undoneBy],
            [t('why'), roster.undoReason],
          ]}
        />
      </Panel>
      <Section title={t(isUndone ? 'became' : 'wouldBecome')} note={t('rowsNote')}>
        {all > 0 ? (
          <>
            <ChoiceLinks
              label={t('filter')}
              choices={[
                { href: path, label: t('all', { rows: all }), isCurrent: effect === null },
                ...counts.map((count) => ({
                  href: `${path}?effect=${count.effect}`,
                  label: t(`filterBy.${count.effect}`, { rows: count.rows }),
                  isCurrent: effect === count.effect,
                })),
              ]}
            />
            <UndoTable rows={rows} isUndone={isUndone} />
            <NextPage pageInfo={pageInfo} path={path} query={effect ? { effect } : {}}>
              {t('nextRows')}
            </NextPage>
          </>
        ) : (
          <Empty title={t('nothingTitle')}>{t('nothingText')}</Empty>
        )}
      </Section>
    </>
  );
}

export default withMessages(['rosterImports'], Page);
