import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import { DiagramCards } from '@/features/diagrams/diagram-cards';
import type { Role } from '@/generated/graphql';
import { Columns } from '@/ui/columns';
import { PageHead, Section } from '@/ui/page';
import { Panel } from '@/ui/panel';
import { NextCard } from './next-card';
import { currentStage, nextStep, type RoadmapTrack } from './next-step';
import { SkillFigure } from './skill-figure';
import { StaffCard } from './staff-card';
import { StagePath } from './stage-path';
import { WorkflowStrip } from './workflow-strip';

/**
 * Where am I, what next: the path of stages, the skills beside it, one next step. Whoever is no student has no standing on it, and
 * finds their own work beside it.
 */
export function Roadmap({ track, roles }: { track: RoadmapTrack; roles: readonly Role[] }) {
  const t = useTranslations('roadmap');
  const authoring = useTranslations('stageAuthoring');
  const diagrams = useTranslations('diagramAuthoring');
  const isStudent = roles.includes('STUDENT');
  const passed = track.stages.filter(({ progress }) => progress === 'PASSED').length;
  return (
    <>
      <PageHead
        kicker={
          isStudent
            ? t('kicker', { passed, count: track.stages.length })
            : t('staff.kicker', { count: track.stages.length })
        }
        title={track.title}
        lead={track.summary}
        aside={
          roles.includes('INSTRUCTOR') && (
            <>
              <Link href="/stages">{authoring('editAll')}</Link>{' '}
              <Link href="/diagrams">{diagrams('editAll')}</Link>
            </>
          )
        }
      />
      <Columns
        first={isStudent ? <NextCard step={nextStep(track.stages)} /> : <StaffCard roles={roles} />}
        side={
          isStudent && (
            <Panel title={t('skills')}>
              <SkillFigure skills={track.skills} />
            </Panel>
          )
        }
      >
        <h2 className="sr-only">{t('stages')}</h2>
        <StagePath
          stages={track.stages}
          current={isStudent ? currentStage(track.stages) : undefined}
          isStudent={isStudent}
        />
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
