import { Injectable } from '@nestjs/common';
import {
  PersonalData,
  criteriaOfRubrics,
  definitionsOf,
  namesOf,
  runById,
  runsOfSubmissions,
} from '@holdout/db';
import DataLoader from 'dataloader';
import { phaseLimits, shownDefinition } from '../assignments/definition.js';
import type { Operation } from '../operation/operation.js';
import type { RunRow } from './run-view.js';
import type { RubricCriterion } from './score-view.js';

export const rubricById = (operation: Operation) =>
  new DataLoader<string, RubricCriterion[]>(async (ids) => {
    const criteria = await criteriaOfRubrics(await operation.tx(), ids);
    return ids.map((id) => criteria.filter(({ rubricVersionId }) => rubricVersionId === id));
  });

export const runsBySubmission = (operation: Operation) =>
  new DataLoader<string, RunRow[]>(async (ids) => {
    const runs = await runsOfSubmissions(await operation.tx(), ids);
    return ids.map((id) => runs.filter((run) => run.submissionId === id));
  });

/** What each phase of a version is given. */
export const limitsOfVersion = (operation: Operation) =>
  new DataLoader(async (ids: readonly string[]) => {
    const definitions = await definitionsOf(await operation.tx(), ids);
    return ids.map((id) => phaseLimits(shownDefinition.parse(definitions.get(id))));
  });

/** The run whose score is shown in place of one that the Ladder did not release. */
export const shownRun = (operation: Operation) =>
  new DataLoader<string, RunRow>(async (ids) => {
    const tx = await operation.tx();
    const rows: RunRow[] = [];
    for (const id of ids) rows.push(await runById(tx, id));
    return rows;
  });

/** For people whose name was erased, or who never were members. */
export const FORMER_MEMBER = 'Former member';

/** Names of people, decrypted. */
@Injectable()
export class NamesLoader {
  constructor(private readonly personal: PersonalData) {}

  private readonly make = (operation: Operation) =>
    new DataLoader<string, string>(async (ids) => {
      const names = await namesOf(await operation.tx(), this.personal, ids);
      return ids.map((id) => names.get(id) ?? FORMER_MEMBER);
    });

  /** A person's display name; "Former member" once it is gone. */
  of(operation: Operation, userId: string): Promise<string> {
    return operation.shared(this.make).load(userId);
  }

  /** The same of a name that came with something else. */
  opened(userId: string, { displayName, wrappedKey }: SealedName): string {
    return displayName && wrappedKey ? this.personal.decrypt(userId, wrappedKey, displayName) : FORMER_MEMBER;
  }
}

interface SealedName {
  displayName: Uint8Array | null;
  wrappedKey: Uint8Array | null;
}
