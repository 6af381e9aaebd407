import { z } from 'zod';
import { folder } from './folder.js';

/** Where stored content lies. */
export const contentSettings = {
  BLOB_DIR: folder('stored content, unless S3_BUCKET names a bucket for it'),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, { error: 'must be the name of a bucket' })
    .optional()
    .describe('the bucket of an S3-compatible store that keeps stored content in place of BLOB_DIR'),
  S3_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'must look like https://s3.example.org' })
    .optional()
    .describe('the address of the S3-compatible store'),
  S3_REGION: z.string().min(1).default('us-east-1').describe('the region of the bucket'),
  S3_ACCESS_KEY_ID: z
    .string()
    .min(1)
    .optional()
    .describe('who may read, write, list and delete in the bucket'),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional().describe('the secret of S3_ACCESS_KEY_ID'),
};

const WITH_A_BUCKET = ['S3_ENDPOINT', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;

type ContentSettings = z.infer<z.ZodObject<typeof contentSettings>>;

/** A bucket without an address or a key is a mistake that should be known at start. */
export function requireWholeBucket(
  settings: Partial<ContentSettings>,
  { addIssue }: Pick<z.core.$RefinementCtx, 'addIssue'>,
): void {
  if (settings.S3_BUCKET === undefined) return;
  for (const name of WITH_A_BUCKET)
    if (settings[name] === undefined)
      addIssue({ code: 'custom', path: [name], message: 'is needed with S3_BUCKET' });
}

export type ContentPlace =
  | { folder: string }
  | {
      bucket: {
        bucket: string;
        endpoint: string;
        region: string;
        accessKeyId: string;
        secretAccessKey: string;
      };
    };

/** The bucket, where there is one; else the folder. */
export function contentPlaceOf(settings: ContentSettings): ContentPlace {
  const {
    S3_BUCKET: bucket,
    S3_ENDPOINT: endpoint = '',
    S3_REGION: region,
    S3_ACCESS_KEY_ID: accessKeyId = '',
    S3_SECRET_ACCESS_KEY: secretAccessKey = '',
  } = settings;
  return bucket === undefined
    ? { folder: settings.BLOB_DIR }
    : { bucket: { bucket, endpoint, region, accessKeyId, secretAccessKey } };
}
