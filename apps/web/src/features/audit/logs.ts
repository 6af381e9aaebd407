/** The logs there are: an organization's for its admins, and the deployment's for operators. Where each is shown, and sent from as a file. */
export const LOGS = {
  organization: { page: '/audit', file: '/files/audit' },
  deployment: { page: '/fleet/log', file: '/files/deployment-log' },
} as const;

export type LogOf = keyof typeof LOGS;
