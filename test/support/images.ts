import { execFileSync } from 'node:child_process';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import Docker from 'dockerode';
import { pack } from 'tar-stream';
import { isLongTier } from './long-tier.js';

const SCRIPT = fileURLToPath(new URL('../../infra/local/images.mjs', import.meta.url));

/** Ids of grading images, by the names that assignments call them by. */
export type GradingImages = Readonly<Record<string, string>> & { light: string; scorer: string };

/**
 * Ids of the grading images, built if they are missing.
 * @param extra further images that an assignment asks for
 */
export function testImages(extra: readonly string[] = []): GradingImages {
  const { IMAGE_LIGHT: light, IMAGE_SCORER: scorer } = process.env;
  if (light && scorer && extra.length === 0) return { light, scorer };
  return JSON.parse(
    execFileSync(process.execPath, [SCRIPT, ...extra], { encoding: 'utf8' }),
  ) as GradingImages;
}

/** As `testImages`, with `light` for cases whose programs need no library. */
export async function imagesForSmallPrograms(): Promise<GradingImages> {
  const images = testImages();
  return { ...images, light: await forSmallPrograms(images.light) };
}

/**
 * An image like this one, whose containers import no libraries ahead. Importing takes a second of processor time in each of
 * a run's containers, which is wasted if a program needs none. The long tiers grade in the original image.
 */
export async function forSmallPrograms(image: string): Promise<string> {
  if (isLongTier) return image;
  const docker = new Docker();
  const context = pack();
  context.entry({ name: 'Dockerfile' }, `FROM ${image}\nCMD []\n`);
  context.finalize();
  const building = await docker.buildImage(Readable.from(context), {
    q: true,
    t: 'holdout/light:without-imports',
  });
  const told = await new Promise<{ stream?: string; error?: string }[]>((resolve, reject) =>
    docker.modem.followProgress(building, (error, lines) => (error ? reject(error) : resolve(lines))),
  );
  const id = told.map(({ stream }) => stream?.trim()).find((line) => line?.startsWith('sha256:'));
  if (!id) throw new Error(`No image was built of ${image}: ${JSON.stringify(told)}`);
  return id;
}

/** What tells a worker its images. */
export function imageVariables(images: GradingImages): Record<string, string> {
  return Object.fromEntries(
    Object.entries(images).map(([name, id]) => [`IMAGE_${name.toUpperCase().replaceAll('-', '_')}`, id]),
  );
}
