import { calibrateAssignment } from './calibrate-assignment.job.js';
import { compareSubmissions } from './compare-submissions.job.js';
import { expireArtifactFiles } from './expire-artifacts.job.js';
import { exportAssignment } from './export-assignment.job.js';
import { gradeRun } from './grade-run.job.js';
import { importAssignment } from './import-assignment.job.js';
import { profileDataset } from './profile-dataset.job.js';
import { rescore } from './rescore.job.js';
import { sendGrades } from './send-grades.job.js';
import { sendMail } from './send-mail.job.js';
import { sweep } from './sweep.job.js';
import { tendCredentials } from './tend-credentials.job.js';

/** Where jobs of any kind wait. */
export const QUEUE_NAMES: readonly string[] = [
  ...new Set(
    [
      gradeRun,
      calibrateAssignment,
      rescore,
      expireArtifactFiles,
      compareSubmissions,
      exportAssignment,
      profileDataset,
      importAssignment,
      sweep,
      tendCredentials,
      sendGrades,
      sendMail,
    ].map(({ queue }) => queue),
  ),
];
