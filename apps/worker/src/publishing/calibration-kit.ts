import {
  AssignmentInvalidError,
  readTar,
  writeTar,
  type AssignmentDefinition,
  type LoadedAssignment,
} from '@holdout/grading';

/** The submissions whose results make the scale of points. */
export const REFERENCES = ['naive', 'simple', 'strong'] as const;
export type Reference = (typeof REFERENCES)[number];

const DATA = 'data/';

/** What measuring the anchors needs later, when the assignment's folder may be gone. Kept in the vault. */
export interface CalibrationKit extends Pick<LoadedAssignment, 'data'> {
  /** Archives as a student would upload them. Null where the assignment has none: its points need no anchors. */
  references: Readonly<Record<Reference, Buffer>> | null;
}

/** All references or none. @throws AssignmentInvalidError when some are missing */
export function referencesOf(found: readonly (Buffer | null)[]): CalibrationKit['references'] {
  const [naive, simple, strong] = found;
  if (naive && simple && strong) return { naive, simple, strong };
  if (!naive && !simple && !strong) return null;
  const missing = REFERENCES.filter((_, index) => !found[index]);
  throw new AssignmentInvalidError([
    `reference/${missing.join(', reference/')}: missing. The scale of points needs all three references, or none.`,
  ]);
}

/** The kit as one file. */
export function packKit({ data, references }: CalibrationKit): Promise<Buffer> {
  const archives = references
    ? REFERENCES.map((name) => [`references/${name}.tar.gz`, references[name]] as const)
    : [];
  return writeTar(new Map([...[...data].map(([name, bytes]) => [DATA + name, bytes] as const), ...archives]));
}

/** @throws Error when the bytes are no kit */
export async function unpackKit(bytes: Buffer): Promise<CalibrationKit> {
  const files = await readTar(bytes);
  const data = [...files].flatMap(([name, content]) =>
    name.startsWith(DATA) ? [[name.slice(DATA.length), content] as const] : [],
  );
  const archives = REFERENCES.map((name) => files.get(`references/${name}.tar.gz`) ?? null);
  return { data: new Map(data), references: referencesOf(archives) };
}

/** Where the definition of a published version names its kit. */
export function kitDigestOf(definition: AssignmentDefinition): string {
  const { calibrationKit } = definition as { calibrationKit?: unknown };
  if (typeof calibrationKit !== 'string')
    throw new Error('This version was published without a calibration kit.');
  return calibrationKit;
}
