'use client';

import { VersionList } from '@/features/versions/version-list';
import { RestoreStageVersionDocument, StageVersionDocument } from '@/generated/graphql';
import { useLazyQuery } from '@/lib/apollo/use-lazy-query';
import { useMutation } from '@/lib/apollo/use-mutation';
import { linesOf, type AuthoredStage } from './stage-text';

/** The versions of a stage. */
export function StageVersions({
  stage: { id: stageId, versions, hasDraft, newest },
}: {
  stage: AuthoredStage;
}) {
  const [look, looked] = useLazyQuery(StageVersionDocument);
  const [restore] = useMutation(RestoreStageVersionDocument, { errorPolicy: 'all' });
  const found = looked.data?.stageVersion;
  return (
    <VersionList
      versions={versions}
      hasDraft={hasDraft}
      newest={newest ? linesOf(newest) : ''}
      looked={{ ...looked, version: looked.variables?.version, text: found && linesOf(found) }}
      look={(version) => void look({ variables: { stageId, version } })}
      restore={(version) => restore({ variables: { stageId, version } })}
    />
  );
}
