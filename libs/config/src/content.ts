import { z } from 'zod';
import { folder } from './folder.js';

const bucketName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, { error: 'must be the name of a bucket' });

/** Where stored content lies. */
export const contentSettings = {
  BLOB_DIR: folder('stored content, unless S3_BUCKET names a bucket for it'),
  S3_BUCKET: bucketName
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
    .describe('the access key, which may read, write, list and delete in the bucket (or buckets)'),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional().describe('the secret of S3_ACCESS_KEY_ID'),
};

/** Where hidden data lies. */
export const vaultSettings = {
  VAULT_DIR: folder('hidden data, unless S3_VAULT_BUCKET names a bucket for it; only the worker may read it'),
  S3_VAULT_BUCKET: bucketName
    .optional()
    .describe(
      "a bucket of that store that keeps the encrypted hidden data in place of VAULT_DIR; the API's key must not open it",
    ),
};

const WITH_A_BUCKET = ['S3_ENDPOINT', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;

type ContentSettings = z.infer<z.ZodObject<typeof contentSettings>>;
type VaultSettings = z.infer<z.ZodObject<typeof vaultSettings>>;

/** A bucket without an address or a key is a mistake that should be known at start; so is one for what is hidden and what is not. */
export function requireWholeBucket(
  settings: Partial<ContentSettings & VaultSettings>,
  { addIssue }: Pick<z.core.$RefinementCtx, 'addIssue'>,
): void {
  const { S3_BUCKET, S3_VAULT_BUCKET } = settings;
  const named = S3_BUCKET ? 'S3_BUCKET' : S3_VAULT_BUCKET && 'S3_VAULT_BUCKET';
  if (!named) return;
  for (const name of WITH_A_BUCKET)
    if (settings[name] === undefined)
      addIssue({ code: 'custom', path: [name], message: `is needed with ${named}` });
  if (S3_BUCKET === S3_VAULT_BUCKET)
    addIssue({ code: 'custom', path: ['S3_VAULT_BUCKET'], message: 'must be another bucket than S3_BUCKET' });
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
  return placeOf(settings, settings.BLOB_DIR, settings.S3_BUCKET);
}

/** Where hidden data lies. */
export function vaultPlaceOf(settings: ContentSettings & VaultSettings): ContentPlace {
  return placeOf(settings, settings.VAULT_DIR, settings.S3_VAULT_BUCKET);
}

function placeOf(store: ContentSettings, folder: string, bucket: string | undefined): ContentPlace {
  const {
    S3_ENDPOINT: endpoint = '',
    S3_REGION: region,
    S3_ACCESS_KEY_ID: accessKeyId = '',
    S3_SECRET_ACCESS_KEY: secretAccessKey = '',
  } = store;
  return bucket === undefined
    ? { folder }
    : { bucket: { bucket, endpoint, region, accessKeyId, secretAccessKey } };
}
