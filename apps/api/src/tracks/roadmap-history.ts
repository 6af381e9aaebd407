import { Injectable } from '@nestjs/common';
import { roadmapDraftOf, roadmapVersions, trackFor, type Subject } from '@holdout/db';
import { BadUserInputError, LESSON_LIMITS, STAGE_LIMITS } from '@holdout/domain';
import { putOnRecord } from '../audit/put-on-record.js';
import { checkedText } from '../graphql/checked-text.js';
import type { Operation } from '../operation/operation.js';
import { NamesLoader } from '../runs/run-loaders.js';
import type { RoadmapVersionType } from './history.types.js';

interface History<Text> {
  draft: { revision: number; savedBy: string; savedAt: Date; text: Text } | null;
  newest: Text | null;
  versions: RoadmapVersionType[];
}

/** What the services for authoring stages and concept diagrams have in common. */
@Injectable()
export class RoadmapHistory {
  constructor(private readonly names: NamesLoader) {}

  /**
   * The track that the viewer edits.
   * @throws NotFoundError
   */
  async track(operation: Operation): Promise<string> {
    const { userId } = await operation.member();
    return (await trackFor(await operation.tx(), userId)).id;
  }

  async written(operation: Operation) {
    const { organization, userId } = await operation.member();
    return { organizationId: organization.id, by: userId, now: operation.startedAt };
  }

  /** The draft, the versions, and the text of the newest one. */
  async of<Text extends { title: string }>(
    operation: Operation,
    subject: Subject,
    parse: (content: unknown) => Text,
  ): Promise<History<Text>> {
    const tx = await operation.tx();
    const [draft, versions] = [await roadmapDraftOf(tx, subject), await roadmapVersions(tx, subject)];
    const name = (id: string) => this.names.of(operation, id);
    return {
      draft: draft && {
        revision: draft.revision,
        savedAt: draft.savedAt,
        savedBy: await name(draft.savedBy),
        text: parse(draft.content),
      },
      newest: versions[0] ? parse(versions[0].content) : null,
      versions: await Promise.all(
        versions.map(async ({ version, note, content, publishedBy, publishedAt }) => ({
          version,
          note,
          publishedAt,
          title: parse(content).title,
          publishedBy: publishedBy && (await name(publishedBy)),
        })),
      ),
    };
  }

  async audit(operation: Operation, subject: Subject, action: string, detail: object): Promise<void> {
    const [subjectType, subjectId] =
      'stageId' in subject
        ? (['stage', subject.stageId] as const)
        : (['diagram', subject.diagramId] as const);
    await putOnRecord(operation, {
      action,
      subjectType,
      subjectId,
      detail,
    });
  }
}

/** @throws BadUserInputError */
export function checkedNote(note: string): string {
  return checkedText(note, {
    field: 'note',
    limit: STAGE_LIMITS.note,
    message: `Say in ${STAGE_LIMITS.note} characters at most what you changed.`,
  });
}

/** @throws BadUserInputError */
export function refuseBadSlug(slug: string, example: string): void {
  if (slug.length > LESSON_LIMITS.slugLength || !LESSON_LIMITS.slug.test(slug))
    throw new BadUserInputError(
      `An address has up to ${LESSON_LIMITS.slugLength} small letters, digits and hyphens, such as "${example}".`,
      { field: 'slug', limit: LESSON_LIMITS.slugLength },
    );
}
