import plus from 'cdk8s-plus-33';
import type { Construct } from 'constructs';
import {
  appContainer,
  BUCKET,
  claimed,
  labelsOf,
  podSecurity,
  secretFrom,
  WORKERS_KEY,
  type Deployment,
} from './pods.js';

const { k8s } = plus;
const ROLE_PASSWORDS = ['MIGRATOR', 'API', 'AUTH', 'WORKER', 'QUEUE'].map(
  (role) => `HOLDOUT_${role}_PASSWORD`,
);
/** A backup that is broken off is none: it gets its name at its end. The oldest go once there are more than are kept. */
const backUp = (kept: number): string =>
  [
    'set -e; cd /backups; rm -rf unfinished',
    'node /app/apps/admin/dist/main.js backup /backups/unfinished',
    'mv unfinished "$(date -u +%Y%m%dT%H%M%SZ)"',
    `ls -d *Z | sort -r | tail -n +${kept + 1} | xargs -r rm -r`,
  ].join('; ');

/** Roles and migrations: applied anew with each version. Apps of that version wait for its end. */
export function addSetUp(scope: Construct, deployment: Deployment): void {
  new k8s.KubeJob(scope, 'set-up', {
    // Its pods are named by it, and hosts have no dots in their names.
    metadata: { name: `holdout-set-up-${deployment.version.replaceAll('.', '-')}` },
    spec: {
      backoffLimit: 5,
      ttlSecondsAfterFinished: 86_400,
      template: {
        metadata: { labels: labelsOf('set-up') },
        spec: {
          automountServiceAccountToken: false,
          restartPolicy: 'OnFailure',
          securityContext: podSecurity,
          containers: [
            appContainer('api', deployment, {
              command: ['node', 'libs/db/dist/migrate.main.js'],
              env: secretFrom('ADMIN_DATABASE_URL', ...ROLE_PASSWORDS),
            }),
          ],
        },
      },
    },
  });
}

/** holdout-admin backup, every night. At once: kubectl create job --from=cronjob/holdout-backup NAME */
export function addBackups(scope: Construct, deployment: Deployment): void {
  const { volumes, volumeMounts } = claimed({ content: '/data', vault: '/vault', backups: '/backups' });
  new k8s.KubeCronJob(scope, 'backup', {
    metadata: { name: 'holdout-backup' },
    spec: {
      schedule: '30 2 * * *',
      timeZone: 'Etc/UTC',
      concurrencyPolicy: 'Forbid',
      jobTemplate: {
        spec: {
          backoffLimit: 1,
          template: {
            metadata: { labels: labelsOf('backup') },
            spec: {
              automountServiceAccountToken: false,
              restartPolicy: 'Never',
              securityContext: podSecurity,
              containers: [
                appContainer('worker', deployment, {
                  command: ['sh', '-c', backUp(deployment.backups.kept)],
                  env: [
                    { name: 'VAULT_DIR', value: '/vault' },
                    ...secretFrom('ADMIN_DATABASE_URL', ...ROLE_PASSWORDS),
                    ...secretFrom('HOLDOUT_DEPLOYMENT_SECRET', 'ISSUER_KEY_SECRET', 'S3_VAULT_BUCKET'),
                    ...secretFrom(...BUCKET),
                    ...WORKERS_KEY,
                  ],
                  volumeMounts,
                }),
              ],
              volumes,
            },
          },
        },
      },
    },
  });
}
