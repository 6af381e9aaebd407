export type Access = 'public' | 'signed-in' | 'operators' | readonly string[];

export const MEMBERS = ['STUDENT', 'TEACHING_ASSISTANT', 'INSTRUCTOR', 'HIRING_MANAGER', 'ADMIN'];
export const RUN_READERS = ['STUDENT', 'TEACHING_ASSISTANT', 'INSTRUCTOR', 'ADMIN'];

export const AUTHORS = ['INSTRUCTOR', 'ADMIN'];

/** Who may let in a learning platform, and say what its launches lead to. */
const LTI_ACCESS: Record<string, Access> = {
  ltiTool: ['ADMIN'],
  registerLtiPlatform: ['ADMIN'],
  setLtiAdmission: ['ADMIN'],
  removeLtiPlatform: ['ADMIN'],
  changeLtiKey: ['ADMIN'],
  ltiLaunch: 'signed-in',
  linkLtiAccount: 'signed-in',
  placeLtiLink: 'signed-in',
  cohortPassbacks: ['INSTRUCTOR'],
  resendGrades: ['INSTRUCTOR'],
};

/** Who may run the work of a cohort again, compare it, say who works together, and which courses it comes from. */
export const COHORT_WORK_ACCESS: Record<string, Access> = {
  rerun: AUTHORS,
  rerunChanged: AUTHORS,
  reruns: AUTHORS,
  rerunVersions: AUTHORS,
  beginRerun: AUTHORS,
  continueRerun: AUTHORS,
  commitRerun: AUTHORS,
  discardRerun: AUTHORS,
  compareSubmissions: ['INSTRUCTOR'],
  similarityReports: ['INSTRUCTOR'],
  similarityReport: ['INSTRUCTOR'],
  similarityPair: ['INSTRUCTOR'],
  formTeam: ['STUDENT'],
  joinTeam: ['STUDENT'],
  leaveTeam: ['STUDENT'],
  teams: ['INSTRUCTOR'],
  studentsWithoutTeam: ['INSTRUCTOR'],
  changeTeam: ['INSTRUCTOR'],
  ...LTI_ACCESS,
};

const UPLOADS: Record<string, Access> = {
  'POST /uploads': RUN_READERS,
  'DELETE /uploads/:id': RUN_READERS,
  'HEAD /uploads/:id': RUN_READERS,
  'PATCH /uploads/:id': RUN_READERS,
};

/** Anybody may try to get in, and a session is asked for where there is one. What each asks of whom has cases of its own. */
const SIGN_IN: Record<string, Access> = Object.fromEntries(
  [
    '/auth/get-session',
    '/auth/passkey/generate-authenticate-options',
    '/auth/passkey/generate-register-options',
    '/auth/sso/:slug/start',
    '/auth/sso/callback',
    ...['invitation-sign-up', 'request-password-reset', 'reset-password', 'sign-in/email', 'sign-out'].map(
      posted,
    ),
    ...['passkey/verify-authentication', 'passkey/verify-registration'].map(posted),
    ...['disable', 'enable', 'generate-backup-codes', 'verify-backup-code', 'verify-totp'].map((step) =>
      posted(`two-factor/${step}`),
    ),
    // Each operation has its own line in api-access.
    '/graphql',
    'POST /graphql',
  ].map((route) => [route, 'public']),
);

function posted(step: string): string {
  return `POST /auth/${step}`;
}

/** Who may have what a route sends. A new route has to be entered here. */
export const ROUTES: Record<string, Access> = {
  ...UPLOADS,
  ...SIGN_IN,
  '/files/audit': ['ADMIN'],
  '/files/deployment-log': 'operators',
  '/files/cohorts/:slug/attempts.csv': ['INSTRUCTOR'],
  '/files/cohorts/:slug/attempts.parquet': ['INSTRUCTOR'],
  '/files/cohorts/:slug/grades.csv': ['INSTRUCTOR'],
  '/files/credentials/:id': RUN_READERS,
  '/files/definition/:versionId': MEMBERS,
  '/files/draft/:id': ['INSTRUCTOR', 'ADMIN'],
  '/files/export/:id': ['INSTRUCTOR', 'ADMIN'],
  '/files/figures/:id': MEMBERS,
  '/files/own-data': 'signed-in',
  '/files/public/:versionId': MEMBERS,
  '/files/receipts/:runId': RUN_READERS,
  '/files/runs/:runId/artifacts/:id': RUN_READERS,
  '/files/runs/:runId/packages/:image': RUN_READERS,
  '/files/starter/:versionId': MEMBERS,
  '/files/logos/:slug': 'public',
  '/health/live': 'public',
  '/health/ready': 'public',
  '/issuers/:slug': 'public',
  '/issuers/:slug/achievements/:name': 'public',
  '/issuers/:slug/achievements/:name/image.svg': 'public',
  '/issuers/:slug/credentials/:id': 'public',
  '/issuers/:slug/did.json': 'public',
  '/issuers/:slug/receipts/:digest': 'public',
  '/issuers/:slug/receipts/:digest/reproductions': 'public',
  '/issuers/:slug/status/:number': 'public',
  '/lti/:slug/continue': 'public',
  '/lti/:slug/jwks.json': 'public',
  '/lti/:slug/login': 'public',
  '/queues': 'operators',
  'POST /files/figures': ['INSTRUCTOR'],
  'POST /files/lms-roster/:linkId': ['INSTRUCTOR'],
  'POST /files/logos': ['ADMIN'],
  'POST /files/roster': ['ADMIN'],
  'POST /lti/:slug/choose': 'public',
  'POST /lti/:slug/launch': 'public',
  'POST /lti/:slug/login': 'public',
};
