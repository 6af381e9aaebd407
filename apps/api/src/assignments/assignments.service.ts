import { Injectable } from '@nestjs/common';
import { policyFacts, policyFrom, type AssignmentRow, type ShownVersion } from '@holdout/db';
import { NotEnrolledError } from '@holdout/domain';
import { workOf } from '../content/kept-work.js';
import type { Operation } from '../operation/operation.js';
import { isStaff } from '../operation/viewer.js';
import { viewersAssignments } from '../tracks/viewers-track.js';
import { assignmentNamed, newestVersion, ownStanding } from './assignment-loaders.js';
import type { AttemptPolicyType } from './assignments.types.js';
import { publishedDefinition } from './definition.js';
import { toVersion } from './version-view.js';
import type { AssignmentVersionType } from './versions.types.js';

/** Published exercises that ask for a concept diagram to be drawn, by the diagram's slug. */
const redrawings = async (operation: Operation): Promise<Map<string, AssignmentRow>> => {
  const all = await operation.shared(viewersAssignments);
  const diagrams = all.filter(({ kind }) => kind === 'DIAGRAM');
  const loader = operation.shared(newestVersion);
  const entries = await Promise.all(
    diagrams.map(async (assignment) => {
      const version = await loader.load(assignment.id);
      const picture = version && publishedDefinition(version).diagram?.picture;
      return picture ? ([[picture, assignment]] as const) : [];
    }),
  );
  return new Map(entries.flat());
};

const shown = new WeakMap<ShownVersion, AssignmentVersionType>();

/** Converts each row once: cached rows are requested very often. */
function shownVersion(row: ShownVersion): AssignmentVersionType {
  const view = shown.get(row) ?? toVersion(row);
  shown.set(row, view);
  return view;
}

@Injectable()
export class AssignmentsService {
  /** Published assignments; staff see drafts as well. */
  async list(operation: Operation): Promise<AssignmentRow[]> {
    const member = await operation.member();
    const all = await operation.shared(viewersAssignments);
    if (isStaff(member)) return all;
    return all.filter(({ isPublished }) => isPublished);
  }

  async ofStage(operation: Operation, stageId: string): Promise<AssignmentRow[]> {
    return (await this.list(operation)).filter((assignment) => assignment.stageId === stageId);
  }

  /** The exercise that asks for this concept diagram to be drawn; null if there is none. */
  async redrawing(operation: Operation, picture: string): Promise<AssignmentRow | null> {
    return (await operation.shared(redrawings)).get(picture) ?? null;
  }

  /** @throws NotFoundError */
  async bySlug(operation: Operation, slug: string): Promise<AssignmentRow> {
    return operation.shared(assignmentNamed).load(slug);
  }

  async version(operation: Operation, assignmentId: string) {
    const row = await operation.shared(newestVersion).load(assignmentId);
    return row && shownVersion(row);
  }

  standing(operation: Operation, assignmentId: string) {
    return operation.shared(ownStanding).load(assignmentId);
  }

  /** How many attempts the viewer has left. People who are not enrolled are told why they cannot submit. */
  async policy(operation: Operation, assignment: AssignmentRow): Promise<AttemptPolicyType> {
    const { userId } = await operation.member();
    const version = await operation.shared(newestVersion).load(assignment.id);
    if (!version) return closed('It has not been published yet.', { practicePerDay: 0, certification: 0 });
    const subject = { assignment, version, studentId: userId, now: operation.startedAt };
    const facts = await workOf(operation, `policy ${assignment.id}`, async () =>
      policyFacts(await operation.tx(), subject),
    );
    try {
      const policy = policyFrom(facts, subject);
      const { window, rules, left } = policy;
      return {
        isOpen: window.isOpen,
        closedReason: window.closedReason,
        dueAt: window.dueAt,
        extendedFrom: window.extendedFrom,
        closesAt: window.closesAt,
        timeZone: policy.timeZone,
        practiceLeftToday: left.practiceLeftToday,
        practicePerDay: rules.practicePerDay,
        nextPracticeAt: left.nextPracticeAt,
        certificationsLeft: left.certificationsLeft,
        certificationLimit: rules.certification,
      };
    } catch (error) {
      if (!(error instanceof NotEnrolledError)) throw error;
      return closed(error.message, publishedDefinition(version).attempts);
    }
  }
}

function closed(
  closedReason: string,
  rules: { practicePerDay: number; certification: number },
): AttemptPolicyType {
  return {
    isOpen: false,
    closedReason,
    dueAt: null,
    extendedFrom: null,
    closesAt: null,
    timeZone: 'UTC',
    practiceLeftToday: 0,
    practicePerDay: rules.practicePerDay,
    nextPracticeAt: null,
    certificationsLeft: 0,
    certificationLimit: rules.certification,
  };
}
