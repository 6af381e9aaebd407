import type { INestApplicationContext } from '@nestjs/common';
import { imagesOf, type WorkerConfig } from '@holdout/config';
import { Database } from '@holdout/db';
import { sizeText } from '@holdout/domain';
import { EngineImages } from '@holdout/sandbox';

/**
 * Lists this engine's grading images and what in this deployment needs them, then images that credentials depend on and that
 * are missing. It removes nothing, because the engine may serve other deployments too.
 */
export async function images(app: INestApplicationContext, config: WorkerConfig): Promise<string> {
  const here = await app.get(EngineImages).list();
  const credentials = await app.get(Database).system.imagesOfCredentials();
  const configured = new Map(Object.entries(imagesOf(config)).map(([name, id]) => [id, name]));
  const needs = (id: string): string => {
    const name = configured.get(id);
    const count = credentials.get(id) ?? 0;
    const reasons = [
      ...(name ? [`in use as ${name}`] : []),
      ...(count > 0 ? [`${count} credentials rest on it`] : []),
    ];
    return reasons.join(', ') || 'nothing of this deployment needs it';
  };
  const gone = [...credentials.keys()].filter((id) => !here.some((image) => image.id === id));
  return [
    ...here.map(({ id, tags, bytes }) => `${id}  ${tags.join(' ')}  ${sizeText(bytes)}  ${needs(id)}`),
    ...gone.map((id) => `${id}  not on this engine  ${needs(id)}`),
  ].join('\n');
}
