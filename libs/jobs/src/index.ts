export type { JobAdder, JobDefinition, PayloadOf } from './job.js';
export {
  JobQueues,
  QueueUnavailableError,
  type Consumer,
  type ConsumerOptions,
  type QueueSettings,
} from './job-queues.js';
export { QUEUE_SCHEMA } from './lasting-backend.js';
export { migrateQueue } from './migrate-queue.js';
export { gradeRun } from './grade-run.job.js';
export { calibrateAssignment } from './calibrate-assignment.job.js';
export { rescore } from './rescore.job.js';
export { expireArtifactFiles } from './expire-artifacts.job.js';
export { compareSubmissions } from './compare-submissions.job.js';
export { exportAssignment } from './export-assignment.job.js';
export { profileDataset } from './profile-dataset.job.js';
export { importAssignment } from './import-assignment.job.js';
export { sweep } from './sweep.job.js';
export { tendCredentials } from './tend-credentials.job.js';
export { sendGrades } from './send-grades.job.js';
export { sendMail } from './send-mail.job.js';
