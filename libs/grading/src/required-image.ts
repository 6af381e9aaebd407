import { GraderFaultError } from './faults.js';

type Images = Readonly<Record<string, string>>;

/** Of these two a step with leased devices takes the second. */
export const CPU_IMAGE = 'torch-cpu';
export const GPU_IMAGE = 'torch-cuda';

/**
 * The id of an image that an assignment asks for by name.
 * @throws GraderFaultError when this worker has none, with the command that builds it and the variable that names it
 */
export function requiredImage(images: Images, name: string): string {
  const image = images[name];
  if (image) return image;
  const variable = `IMAGE_${name.toUpperCase().replaceAll('-', '_')}`;
  throw new GraderFaultError(
    `This worker has no "${name}" image, which the assignment asks for. ` +
      `"node infra/local/images.mjs ${name}" builds it and prints its id: set ${variable} to that and start the worker again.`,
  );
}

/**
 * Check that every image of an assignment is here, before anything is made from it.
 * @throws GraderFaultError naming the first that is missing
 */
export function requireImages(
  images: Images,
  definition: { image: string; images?: string[] | undefined },
): void {
  for (const name of ['scorer', definition.image, ...(definition.images ?? [])]) requiredImage(images, name);
}
