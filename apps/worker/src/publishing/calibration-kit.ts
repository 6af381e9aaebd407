import { readTar, writeTar, type AssignmentDefinition, type LoadedAssignment } from '@holdout/grading';

/** The submissions whose results make the scale of points. */
export const REFERENCES = ['naive', 'simple', 'strong'] as const;
export type Reference = (typeof REFERENCES)[number];

/** What measuring the anchors needs later, when the assignment's folder may be gone. Kept in the vault. */
export interface CalibrationKit extends Pick<LoadedAssignment, 'dataset' | 'dictionary'> {
  /** Archives as a student would upload them. */
  references: Readonly<Record<Reference, Buffer>>;
}

/** The kit as one file. */
export function packKit({ dataset, dictionary, references }: CalibrationKit): Promise<Buffer> {
  const archives = REFERENCES.map((name) => [`references/${name}.tar.gz`, references[name]] as const);
  return writeTar(new Map([['dataset', dataset], ['dictionary', dictionary], ...archives]));
}

/** @throws Error when the bytes are no kit */
export async function unpackKit(bytes: Buffer): Promise<CalibrationKit> {
  const files = await readTar(bytes);
  const part = (name: string): Buffer => {
    const content = files.get(name);
    if (!content) throw new Error(`The calibration kit has no ${name}. Publish the assignment again.`);
    return content;
  };
  const reference = (name: Reference): Buffer => part(`references/${name}.tar.gz`);
  return {
    dataset: part('dataset'),
    dictionary: part('dictionary'),
    references: { naive: reference('naive'), simple: reference('simple'), strong: reference('strong') },
  };
}

/** Where the definition of a published version names its kit. */
export function kitDigestOf(definition: AssignmentDefinition): string {
  const { calibrationKit } = definition as { calibrationKit?: unknown };
  if (typeof calibrationKit !== 'string')
    throw new Error('This version was published without a calibration kit.');
  return calibrationKit;
}
