import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import { DiagramCards } from '@/features/diagrams/diagram-cards';
import { Columns } from '@/ui/columns';
import { PageHead, Section } from '@/ui/page';
import { Panel } from '@/ui/panel';
import { NextCard } from './next-card';
import { currentStage, nextStep, type RoadmapTrack } from './next-step';
import { SkillFigure } from './skill-figure';
import { StagePath } from './stage-path';
import { WorkflowStrip } from './workflow-strip';

/** Where am I, what next: the path of stages, the skills beside it, one next step. */
export function Roadmap({ track, mayEdit }: { track: RoadmapTrack; mayEdit: boolean }) {
  const t = useTranslations('roadmap');
  const authoring = useTranslations('stageAuthoring');
  const diagrams = useTranslations('diagramAuthoring');
  const passed = track.stages.filter(({ progress }) => progress === 'PASSED').length;
  return (
    <>
      <PageHead
        kicker={t('kicker', { passed, count: track.stages.length })}
        title={track.title}
        lead={track.summary}
        aside={
          mayEdit && (
            <>
              <Link href="/stages">{authoring('editAll')}</Link>{' '}
              <Link href="/diagrams">{diagrams('editAll')}</Link>
            </>
          )
        }
      />
      <Columns
        first={<NextCard step={nextStep(track.stages)} />}
        side={
          <Panel title={t('skills')}>
            <SkillFigure skills={track.skills} />
          </Panel>
        }
      >
        <h2 className="sr-only">{t('stages')}</h2>
        <StagePath stages={track.stages} current={currentStage(track.stages)} />
      </Columns>
      <Section title={t('workflow')} note={t('workflowNote')}>
        <WorkflowStrip steps={track.workflow} />
      </Section>
      <Section title={t('diagrams')} note={t('diagramsNote')}>
        <DiagramCards diagrams={track.diagrams} />
      </Section>
    </>
  );
}
