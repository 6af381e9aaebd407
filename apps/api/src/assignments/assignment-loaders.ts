import {
  assignmentsByIds,
  assignmentsBySlugs,
  latestVersions,
  standingsOf,
  type AssignmentRow,
  type ShownVersion,
  type Standing,
} from '@holdout/db';
import { NotFoundError } from '@holdout/domain';
import DataLoader from 'dataloader';
import { contentOf } from '../content/kept-content.js';
import { workOf } from '../content/kept-work.js';
import type { Operation } from '../operation/operation.js';
import { standingsAhead } from '../tracks/read-ahead.js';

export const assignmentById = (operation: Operation) =>
  new DataLoader((ids: readonly string[]) =>
    contentOf(operation, 'assignment by id', ids, async (left) => {
      const rows = await assignmentsByIds(await operation.tx(), left);
      return left.map((id) => rows.find((row) => row.id === id) ?? null);
    }),
  );

/** Loads assignments by slug; a slug that does not exist rejects with NotFoundError. */
export const assignmentNamed = (operation: Operation) =>
  new DataLoader<string, AssignmentRow>(async (slugs) => {
    const found = await contentOf(operation, 'assignment', slugs, async (left) => {
      const rows = await assignmentsBySlugs(await operation.tx(), left);
      return left.map((slug) => rows.find((row) => row.slug === slug) ?? null);
    });
    return slugs.map((slug, at) => found[at] ?? new NotFoundError(`The assignment "${slug}"`));
  });

/** Loads the newest published version by assignment id. */
export const newestVersion = (operation: Operation) =>
  new DataLoader<string, ShownVersion | null>((ids) =>
    contentOf(operation, 'newest version', ids, async (left) => {
      const versions = await latestVersions(await operation.tx(), left);
      return left.map((id) => versions.get(id) ?? null);
    }),
  );

const NOTHING_YET: Standing = { bestPoints: null, isPassed: false, hasRuns: false };

/** Loads the viewer's own standing by assignment id. */
export const ownStanding = (operation: Operation) =>
  new DataLoader<string, Standing>(async (ids) => {
    const standings = (await operation.shared(standingsAhead).all) ?? (await standingsIn(operation, ids));
    return ids.map((id) => standings[id] ?? NOTHING_YET);
  });

const standingsIn = (operation: Operation, ids: readonly string[]) =>
  workOf(operation, `standings ${ids.join()}`, async () => {
    const { userId } = await operation.member();
    return Object.fromEntries(await standingsOf(await operation.tx(), userId, ids));
  });
