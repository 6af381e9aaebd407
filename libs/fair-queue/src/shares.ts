import { Heap } from './heap.js';
import { byAge, byText, studentKey, type Resource, type WaitingRun } from './rule.js';

/** One student of one organization, over all resources. */
export interface Student {
  id: string;
  /** Runs that are worked on. */
  running: number;
  lanes: StudentLane[];
}

/** What one student has had of one resource. */
export interface StudentShare {
  student: Student;
  /** Resource-seconds, counted from where the others stood when the student came. */
  pass: number;
  /** Resource-seconds of today. */
  spent: number;
  /** Lanes in which a run of theirs may be taken. */
  ready: number;
}

/** One student's waiting runs of one lane. */
export class StudentLane {
  readonly runs = new Heap<WaitingRun>(byAge);
  isReady = false;

  constructor(
    readonly share: StudentShare,
    readonly parent: OrganizationLane,
  ) {}

  /** Only where a run waits. */
  get key(): number {
    return studentKey(this.share.pass, this.runs.first() as WaitingRun);
  }
}

/** What one organization has had of one resource. */
export interface OrganizationShare {
  id: string;
  resource: Resource;
  /** Resource-seconds over weight, counted from where the others stood when the organization came. */
  pass: number;
  spent: number;
  /** Lanes of students in which a run may be taken. */
  ready: number;
  /** It has such a lane, and quota left. */
  isReady: boolean;
  /** Where its students stand: the pass of the one taken last. */
  clock: number;
  students: Map<string, StudentShare>;
  lanes: OrganizationLane[];
}

/** One organization's students who are ready in one lane. */
export class OrganizationLane {
  readonly students = new Heap<StudentLane>(
    (a, b) => a.key - b.key || byText(a.share.student.id, b.share.student.id),
  );
  /** Runs that wait here, ready or not, and the resource-seconds they are expected to take. */
  waiting = 0;
  waitingSeconds = 0;

  constructor(
    readonly share: OrganizationShare,
    readonly lane: Lane,
  ) {}
}

/** Runs that require the same labels: the organizations that have one ready. */
export class Lane {
  readonly organizations = new Heap<OrganizationLane>(
    (a, b) => a.share.pass - b.share.pass || byText(a.share.id, b.share.id),
  );

  constructor(
    readonly requires: readonly string[],
    readonly resource: Resource,
  ) {}
}
