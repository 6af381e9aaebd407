import { z } from 'zod';

const oneOrMany = <T extends z.ZodType>(item: T) =>
  z
    .union([item, z.array(item)])
    .optional()
    .transform((value): z.output<T>[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]));

const time = z.iso.datetime({ offset: true });
const id = z.string().min(1);

const achievement = z.looseObject({
  id: z.string().optional(),
  name: z.string().optional(),
  description: z.string().optional(),
  criteria: z.looseObject({ narrative: z.string().optional() }).optional(),
  image: z.looseObject({ id: z.string() }).optional(),
  tag: oneOrMany(z.string()),
  resultDescription: oneOrMany(z.looseObject({ id: z.string(), name: z.string() })),
});

const proof = z.looseObject({
  type: z.string(),
  cryptosuite: z.string().optional(),
  verificationMethod: z.string(),
  created: time.optional(),
});

const statusEntry = z.looseObject({
  type: z.string(),
  statusPurpose: z.string().optional(),
  statusListIndex: z.union([z.string(), z.number()]).transform(String).optional(),
  statusListCredential: z.string().optional(),
});

/** The parts of a verifiable credential that are looked at. What else it says is covered by its signature. */
const credential = z.looseObject({
  '@context': z.array(z.unknown()),
  id: z.string().optional(),
  type: oneOrMany(z.string()),
  issuer: z.union([
    id.transform((did) => ({ id: did, name: undefined })),
    z.looseObject({ id, name: z.string().optional() }),
  ]),
  name: z.string().optional(),
  validFrom: time.optional(),
  validUntil: time.optional(),
  credentialSubject: z.looseObject({
    id: z.string().optional(),
    achievement: achievement.optional(),
    result: oneOrMany(
      z.looseObject({ resultDescription: z.string().optional(), value: z.string().optional() }),
    ),
    identifier: oneOrMany(
      z.looseObject({
        hashed: z.boolean().optional(),
        identityHash: z.string(),
        salt: z.string().optional(),
      }),
    ),
  }),
  credentialStatus: oneOrMany(statusEntry),
  relatedResource: oneOrMany(z.looseObject({ id: z.string(), digestSRI: z.string().optional() })),
  proof: oneOrMany(proof),
});
export type Credential = z.output<typeof credential>;

/** Null when it has not the form of a credential. */
export function readCredential(json: unknown): Credential | null {
  return credential.safeParse(json).data ?? null;
}
