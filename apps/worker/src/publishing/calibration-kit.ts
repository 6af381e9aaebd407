import {
  OWN_SCORER,
  readTar,
  REFERENCES,
  writeTar,
  type AssignmentDefinition,
  type LoadedAssignment,
  type References,
} from '@holdout/grading';

const DATA = 'data/';

/** What calibration needs later, when the assignment's folder may be gone. Kept in the vault. */
export interface CalibrationKit extends Pick<LoadedAssignment, 'data' | 'scorer'> {
  /** Null if the assignment has none, because its points need no anchors. */
  references: References | null;
}

/** The kit as one file. */
export function packKit({ data, references, scorer }: CalibrationKit): Promise<Buffer> {
  const archives = REFERENCES.flatMap((name) => {
    const archive = references?.[name];
    return archive ? [[`references/${name}.tar.gz`, archive] as const] : [];
  });
  const files = [...data].map(([name, bytes]) => [DATA + name, bytes] as const);
  const own = scorer ? [[OWN_SCORER, scorer] as const] : [];
  return writeTar(new Map([...files, ...archives, ...own]));
}

/** @throws Error when the bytes are no kit */
export async function unpackKit(bytes: Buffer): Promise<CalibrationKit> {
  const files = await readTar(bytes);
  const data = [...files].flatMap(([name, content]) =>
    name.startsWith(DATA) ? [[name.slice(DATA.length), content] as const] : [],
  );
  const [naive, simple, strong] = REFERENCES.map((name) => files.get(`references/${name}.tar.gz`));
  const references = naive && { naive, ...(simple ? { simple } : {}), ...(strong ? { strong } : {}) };
  return { data: new Map(data), references: references ?? null, scorer: files.get(OWN_SCORER) ?? null };
}

/** The kit that a published version's definition names. */
export function kitDigestOf(definition: AssignmentDefinition): string {
  const { calibrationKit } = definition as { calibrationKit?: unknown };
  if (typeof calibrationKit !== 'string')
    throw new Error('This version was published without a calibration kit.');
  return calibrationKit;
}
