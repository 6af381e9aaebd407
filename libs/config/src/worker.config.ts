import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { databaseUrl, host, ltiTestHost, port, publicUrl, stateful } from './common.js';
import { requireWholeBucket, vaultSettings } from './content.js';
import { load } from './load.js';

const imageId = (name: string) =>
  z
    .string()
    .regex(/^sha256:[0-9a-f]{64}$/, {
      error: 'must be an image id (sha256: and 64 hexadecimal digits), not a tag',
    })
    .describe(`the id of the ${name} image; "node infra/local/images.mjs" prints it`);

const count = (most: number) =>
  z.coerce
    .number({ error: `must be a whole number from 1 to ${most}` })
    .int({ error: `must be a whole number from 1 to ${most}` })
    .min(1, { error: `must be a whole number from 1 to ${most}` })
    .max(most, { error: `must be a whole number from 1 to ${most}` });

const smtpUrl = z
  .url({ protocol: /^smtps?$/, error: 'must look like smtp://user:password@mail.example.org:587' })
  .describe(
    'the mail server: smtps:// for TLS from the start, smtp:// for TLS if the server offers it; without one, mail waits until it is no longer worth sending',
  );

export const workerSettings = z
  .object({
    ...stateful,
    WORKER_DATABASE_URL: databaseUrl('the database (role holdout_worker)'),
    PUBLIC_URL: publicUrl,
    ISSUER_KEY_SECRET: z
      .string()
      .regex(/^[0-9a-fA-F]{64}$/, { error: 'must be 64 hexadecimal digits (32 random bytes)' })
      .describe(
        '32 random bytes as 64 hexadecimal digits that encrypt the keys organizations sign with; known to the worker only',
      ),
    SMTP_URL: smtpUrl.optional(),
    MAIL_FROM: z
      .string()
      .regex(/^[^<>\r\n]{0,100}<?[^<>@\s]+@[^<>@\s]+>?$/, {
        error: 'must look like Holdout <holdout@example.org>',
      })
      .optional()
      .describe('the sender of mail; by default no-reply at the host of PUBLIC_URL'),
    LTI_TEST_HOST: ltiTestHost,
    ...vaultSettings,
    WORKER_ID: z
      .string()
      .regex(/^[A-Za-z0-9.-]{1,60}$/, { error: 'must be 1 to 60 letters, digits, dots and dashes' })
      .optional()
      .describe(
        'the name of this process in the fleet, unique among live workers; by default made from host and data folder',
      ),
    WORKER_PORT: port("the worker's health checks and metrics; without it there are none").optional(),
    WORKER_HOST: host("the worker's server for health checks and metrics").default('127.0.0.1'),
    WORKER_CONCURRENCY: count(64).default(1).describe('how many runs are graded at once'),
    WORKER_LABELS: z
      .string()
      .regex(/^[a-z0-9][a-z0-9:._-]*( *, *[a-z0-9][a-z0-9:._-]*)*$/, {
        error: 'must be labels of lower-case letters, digits and : . _ -, separated by commas',
      })
      .default('cpu')
      .transform((text) => text.split(',').map((label) => label.trim()))
      .describe(
        'what this worker can do, separated by commas: cpu, gpu, memory:large, region:eu …; its images are added automatically',
      ),
    IMAGE_ARCHIVE_DIR: z
      .string()
      .min(1)
      .optional()
      .describe(
        'a folder of "docker save" archives, named by the 64 digits of the id and ".tar", for images that this engine lacks',
      ),
    WORKER_LEASE_SECONDS: count(600)
      .default(30)
      .describe('runs of a worker that was silent for this many seconds are taken over'),
    WORKER_ROUND_MS: count(60_000)
      .default(1_000)
      .describe(
        'how often mail, credentials and grades that are due are looked for, in milliseconds; what a lost message left, every ten times this',
      ),
    DOCKER_HOST: z
      .url({
        protocol: /^(unix|tcp|http|https)$/,
        error: 'must look like unix:///var/run/docker.sock or tcp://host:port',
      })
      .optional()
      .describe("the container engine; by default the machine's own"),
    IMAGE_LIGHT: imageId('light'),
    IMAGE_SCORER: imageId('scorer'),
    // Without one of these, an assignment that asks for it is refused when it is published.
    IMAGE_TORCH_CPU: imageId('torch-cpu').optional(),
    IMAGE_ONNX: imageId('onnx').optional(),
    // Takes the place of torch-cpu in a phase that leased a GPU.
    IMAGE_TORCH_CUDA: imageId('torch-cuda').optional(),
    GPU_DEVICES: z
      .string()
      .regex(/^(all|none|(GPU|MIG)-[\w-]+(,(GPU|MIG)-[\w-]+)*)$/, {
        error: 'must be "all", "none", or ids of "nvidia-smi -L" separated by commas',
      })
      .default('all')
      .describe(
        'the GPUs that this worker leases: all that the driver lists, none, or ids (GPU-… and MIG-…) separated by commas',
      ),
    GPU_DRIVER: z
      .enum(['nvidia', 'cdi'], { error: 'must be "nvidia" or "cdi"' })
      .default('nvidia')
      .describe(
        "how the engine hands GPUs to containers: by NVIDIA's hook, or by a description of the devices (CDI, Docker Engine 25 and newer)",
      ),
    GPU_LOCK_DIR: z
      .string()
      .default(() => path.join(tmpdir(), 'holdout-gpus'))
      .describe(
        "where the workers of one machine tell each other which GPUs they hold; by default below the system's temporary folder",
      ),
    SANDBOX_RUNTIME: z
      .string()
      .min(1)
      .optional()
      .describe('a container runtime registered with the engine, such as runsc'),
    SANDBOX_POOL_BYTES: z.coerce
      .number()
      .int()
      .min(0)
      .default(1024 * 1024 * 1024)
      .describe('the memory in bytes that all pre-started containers together may use; 0 turns the pool off'),
    ARTIFACT_RETENTION_DAYS: count(3650)
      .default(90)
      .describe(
        'how many days files of a run (model, reports, predictions) are kept; those that a credential depends on are kept longer',
      ),
    CALIBRATION_SPLITS: z.coerce
      .number()
      .int()
      .min(0)
      .max(200)
      .refine((splits) => splits !== 1, 'must be 0 or at least 2: one split says nothing about the spread')
      .default(20)
      .describe(
        'the number of splits on which the references are measured after publishing; 0 keeps the anchors shipped with the assignment',
      ),
  })
  .superRefine(requireWholeBucket);
export type WorkerConfig = z.infer<typeof workerSettings>;

/** The image ids that this worker has, under the names that assignments call them by. */
export function imagesOf(
  config: Pick<
    WorkerConfig,
    'IMAGE_LIGHT' | 'IMAGE_SCORER' | 'IMAGE_TORCH_CPU' | 'IMAGE_TORCH_CUDA' | 'IMAGE_ONNX'
  >,
): Record<string, string> {
  return {
    light: config.IMAGE_LIGHT,
    scorer: config.IMAGE_SCORER,
    ...(config.IMAGE_TORCH_CPU && { 'torch-cpu': config.IMAGE_TORCH_CPU }),
    ...(config.IMAGE_TORCH_CUDA && { 'torch-cuda': config.IMAGE_TORCH_CUDA }),
    ...(config.IMAGE_ONNX && { onnx: config.IMAGE_ONNX }),
  };
}

/** @throws ConfigError naming every variable at fault */
export function loadWorkerConfig(env: NodeJS.ProcessEnv = process.env): WorkerConfig {
  return load('the worker', workerSettings, env);
}
