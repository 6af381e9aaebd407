import { Inject, Injectable } from '@nestjs/common';
import { enrolledByLti, ltiCourseOf, type LtiCourse } from '@holdout/db';
import { ConflictError, ROSTER_LIMITS, type RosterReport } from '@holdout/domain';
import { launchRole, PlatformFailedError, PlatformServices, type LmsMember } from '@holdout/lti';
import { z } from 'zod';
import type { Operation } from '../operation/operation.js';
import type { RosterRow } from '../roster/roster-rows.js';
import { RosterService, type Here } from '../roster/roster.service.js';
import { API_CONFIG, type ApiConfig } from '../settings.js';
import { LtiKeysService } from './lti-keys.service.js';
import { reachOf } from './lti.settings.js';

const address = z.email().max(254);
const HIDDEN = 'The LMS does not share this address. They join by opening a link in the course.';

/** The students of a course at a platform, brought into the cohort that its link opens: tried first, row by row. */
@Injectable()
export class LmsRosterService {
  constructor(
    private readonly keys: LtiKeysService,
    private readonly roster: RosterService,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
  ) {}

  /** @throws NotFoundError, ConflictError where the platform brings nobody or does not answer */
  async import(operation: Operation, linkId: string, isDryRun: boolean): Promise<RosterReport> {
    // The platform may take its time: no transaction is open meanwhile.
    const course = await operation.briefly((tx) => ltiCourseOf(tx, linkId));
    if (!course.platform.admitsPeople)
      throw new ConflictError('Nobody joins from this LMS. An administrator can change that.');
    const students = (await this.members(operation, course)).filter(isStudent);
    if (students.length > ROSTER_LIMITS.rows)
      throw new ConflictError(`The course has more than ${ROSTER_LIMITS.rows} students.`, {
        limit: ROSTER_LIMITS.rows,
      });
    const here = await this.known(operation, course, students);
    const rows = students.map((member, index) => rowOf(member, index + 1, course.cohort.name));
    const name = (course.contextTitle || course.platform.name).slice(0, ROSTER_LIMITS.name);
    return this.roster.importRows(operation, rows, { isDryRun, source: 'LMS', name, here });
  }

  private async members(operation: Operation, { platform, membersUrl }: LtiCourse): Promise<LmsMember[]> {
    if (membersUrl === null) throw new ConflictError('The LMS does not list who is in this course.');
    const key = await operation.briefly((tx) => this.keys.open(tx));
    try {
      return await new PlatformServices(platform, reachOf(this.config), key).members(membersUrl);
    } catch (error) {
      if (!(error instanceof PlatformFailedError)) throw error;
      throw new ConflictError(`${error.message} Nothing was changed; try again later.`);
    }
  }

  /** People who came from there before need no invitation. By line. */
  private async known(
    operation: Operation,
    { platform, cohort }: LtiCourse,
    students: readonly LmsMember[],
  ): Promise<Map<number, Here>> {
    const subjects = students.map(({ subject }) => subject);
    const known = await enrolledByLti(await operation.tx(), {
      platformId: platform.id,
      cohortId: cohort.id,
      subjects,
    });
    return new Map(
      subjects.flatMap((subject, index) => {
        const person = known.get(subject);
        return person ? [[index + 1, { ...person, cohortId: cohort.id }] as const] : [];
      }),
    );
  }
}

/** Teachers are not invited by a list; administrators add them. */
const isStudent = ({ isActive, roles }: LmsMember): boolean =>
  isActive && launchRole(roles, 'INSTRUCTOR') === 'STUDENT';

function rowOf({ email, name, subject }: LmsMember, line: number, cohort: string): RosterRow {
  const isAddress = address.safeParse(email).success;
  return {
    line,
    email: isAddress && email ? email : (name ?? subject),
    role: 'STUDENT',
    cohort,
    problem: isAddress ? null : HIDDEN,
  };
}
