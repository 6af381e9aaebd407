import {
  assignmentBySlug,
  assignmentsByIds,
  latestVersions,
  standingsOf,
  type ShownVersion,
  type Standing,
} from '@holdout/db';
import DataLoader from 'dataloader';
import type { Operation } from '../operation/operation.js';
import { readAhead } from '../tracks/read-ahead.js';

export const assignmentById = (operation: Operation) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await assignmentsByIds(await operation.tx(), ids);
    return ids.map((id) => rows.find((row) => row.id === id) ?? null);
  });

/** By slug; those that do not exist reject with NotFoundError. */
export const assignmentNamed = (operation: Operation) =>
  new DataLoader(async (slugs: readonly string[]) => {
    const tx = await operation.tx();
    return Promise.all(slugs.map((slug) => assignmentBySlug(tx, slug).catch((error: Error) => error)));
  });

/** The newest published version by assignment id. */
export const newestVersion = (operation: Operation) =>
  new DataLoader<string, ShownVersion | null>(async (ids) => {
    const versions = await latestVersions(await operation.tx(), ids);
    return ids.map((id) => versions.get(id) ?? null);
  });

const NOTHING_YET: Standing = { bestPoints: null, isPassed: false, hasRuns: false };

/** The viewer's own standing by assignment id. */
export const ownStanding = (operation: Operation) =>
  new DataLoader<string, Standing>(async (ids) => {
    const { userId } = await operation.member();
    const standings =
      (await operation.shared(readAhead).standings) ?? (await standingsOf(await operation.tx(), userId, ids));
    return ids.map((id) => standings.get(id) ?? NOTHING_YET);
  });
