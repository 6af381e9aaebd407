'use client';

import { VersionList } from '@/features/versions/version-list';
import { LessonVersionDocument, RestoreLessonVersionDocument } from '@/generated/graphql';
import { useLazyQuery } from '@/lib/apollo/use-lazy-query';
import { useMutation } from '@/lib/apollo/use-mutation';
import { linesOf, type AuthoredLesson, type LessonText } from './lesson-text';

interface Props {
  lesson: AuthoredLesson;
  newest: LessonText;
}

/** The versions of a lesson. */
export function LessonVersions({ lesson: { id: lessonId, versions, hasDraft }, newest }: Props) {
  const [look, looked] = useLazyQuery(LessonVersionDocument);
  const [restore] = useMutation(RestoreLessonVersionDocument, { errorPolicy: 'all' });
  const found = looked.data?.lessonVersion;
  return (
    <VersionList
      versions={versions}
      hasDraft={hasDraft}
      newest={linesOf(newest)}
      looked={{ ...looked, version: looked.variables?.version, text: found && linesOf(found) }}
      look={(version) => void look({ variables: { lessonId, version } })}
      restore={(version) => restore({ variables: { lessonId, version } })}
    />
  );
}
