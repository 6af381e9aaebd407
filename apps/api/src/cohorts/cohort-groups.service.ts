import { Injectable } from '@nestjs/common';
import {
  addToGroup,
  cohortById,
  enrollmentsOf,
  giveLateDays,
  groupById,
  groupsOfCohort,
  makeGroup,
  removeGroup,
  takeFromGroup,
} from '@holdout/db';
import { COHORT_PLAN_LIMITS as MAX } from '@holdout/domain';
import { JobQueues } from '@holdout/jobs';
import { putOnRecord } from '../audit/put-on-record.js';
import { checkedText } from '../graphql/checked-text.js';
import type { Operation } from '../operation/operation.js';
import { rescoreLater } from '../runs/rescore-later.js';
import { NamesLoader } from '../runs/run-loaders.js';
import type { CohortGroupType, GroupChangeInput, NewGroupInput } from './cohort-groups.types.js';
import { checkStudents } from './plan-rules.js';

type Group = Awaited<ReturnType<typeof groupById>>;

/** Named groups of a cohort's students. */
@Injectable()
export class CohortGroupsService {
  constructor(
    private readonly names: NamesLoader,
    private readonly queues: JobQueues,
  ) {}

  async ofCohort(operation: Operation, cohortId: string): Promise<CohortGroupType[]> {
    const groups = await groupsOfCohort(await operation.tx(), cohortId);
    return Promise.all(groups.map((group) => this.shown(operation, group)));
  }

  /** @throws BadUserInputError, NotFoundError, ConflictError */
  async make(operation: Operation, input: NewGroupInput): Promise<CohortGroupType> {
    const name = checkedText(input.name, {
      field: 'name',
      least: 1,
      limit: MAX.groupName,
      message: `Give the group a name of 1 to ${MAX.groupName} characters.`,
    });
    checkStudents(input.studentIds);
    const tx = await operation.tx();
    const { organization } = await operation.member();
    const cohort = await cohortById(tx, input.cohortId);
    const enrollments = await enrollmentsOf(tx, cohort.id, input.studentIds);
    const id = await makeGroup(tx, {
      organizationId: organization.id,
      cohortId: cohort.id,
      name,
      enrollmentIds: enrollments.map((enrollment) => enrollment.id),
    });
    const group = await groupById(tx, id);
    await this.audit(operation, 'cohort-group.made', group, { added: input.studentIds });
    return this.shown(operation, group);
  }

  /**
   * Students who join get what the group was granted: its extensions from now on, and as many late days as it was given,
   * less those they have used.
   * @throws BadUserInputError, NotFoundError
   */
  async change(operation: Operation, { groupId, add, remove }: GroupChangeInput): Promise<CohortGroupType> {
    checkStudents([...add, ...remove]);
    const tx = await operation.tx();
    const { organization } = await operation.member();
    const { id, cohortId, extensions, lateDays } = await groupById(tx, groupId);
    const idsOf = async (studentIds: readonly string[]) =>
      (await enrollmentsOf(tx, cohortId, studentIds)).map((enrollment) => enrollment.id);
    await takeFromGroup(tx, id, await idsOf(remove));
    const place = { organizationId: organization.id, groupId: id };
    const joined = await addToGroup(tx, { ...place, enrollmentIds: await idsOf(add) });
    const given = lateDays === null ? [] : await giveLateDays(tx, lateDays, joined);
    const group = await groupById(tx, id);
    await this.audit(operation, 'cohort-group.changed', group, {
      added: add,
      removed: remove,
      extensions: onRecord(extensions),
      lateDays: given,
    });
    await this.settle(operation, extensions, `Students of the group "${group.name}" changed.`);
    return this.shown(operation, group);
  }

  /** Extensions that were granted to it end with it. @throws NotFoundError */
  async remove(operation: Operation, id: string): Promise<true> {
    const tx = await operation.tx();
    const group = await groupById(tx, id);
    await removeGroup(tx, group.id);
    await this.audit(operation, 'cohort-group.removed', group, {
      removed: group.members.map(({ enrollment }) => enrollment.userId),
      extensions: onRecord(group.extensions),
    });
    await this.settle(operation, group.extensions, `The group "${group.name}" was removed.`);
    return true;
  }

  /** Lateness changes for those who joined or left. */
  private async settle(operation: Operation, extensions: Group['extensions'], reason: string): Promise<void> {
    for (const { assignmentId } of extensions)
      await rescoreLater(operation, this.queues, { kind: 'LATENESS', subjectId: assignmentId, reason });
  }

  private async audit(operation: Operation, action: string, group: Group, more: object): Promise<void> {
    await putOnRecord(operation, {
      action,
      subjectType: 'cohort',
      subjectId: group.cohortId,
      detail: { name: group.name, ...more },
    });
  }

  private async shown(
    operation: Operation,
    { members, extensions, ...group }: Group,
  ): Promise<CohortGroupType> {
    const students = members.map(async ({ enrollment: { userId } }) => ({
      studentId: userId,
      name: await this.names.of(operation, userId),
    }));
    const { id, name, lateDays } = group;
    return {
      id,
      name,
      lateDays,
      students: await Promise.all(students),
      extensions: await Promise.all(
        extensions.map(async ({ grantedById, ...extension }) => ({
          ...extension,
          groupName: name,
          grantedBy: await this.names.of(operation, grantedById),
        })),
      ),
    };
  }
}

/** Extensions as the audit log keeps them. */
const onRecord = (extensions: Group['extensions']) =>
  extensions.map(({ assignmentId, dueAt, extraCertifications }) => ({
    assignmentId,
    dueAt,
    extraCertifications,
  }));
