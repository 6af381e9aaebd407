'use client';

import { VersionList } from '@/features/versions/version-list';
import { RestoreDiagramVersionDocument, DiagramVersionDocument } from '@/generated/graphql';
import { useLazyQuery } from '@/lib/apollo/use-lazy-query';
import { useMutation } from '@/lib/apollo/use-mutation';
import { linesOf, type AuthoredDiagram } from './diagram-text';

/** The versions of a diagram. */
export function DiagramVersions({
  diagram: { id: diagramId, versions, hasDraft, newest },
}: {
  diagram: AuthoredDiagram;
}) {
  const [look, looked] = useLazyQuery(DiagramVersionDocument);
  const [restore] = useMutation(RestoreDiagramVersionDocument, { errorPolicy: 'all' });
  const found = looked.data?.diagramVersion;
  return (
    <VersionList
      versions={versions}
      hasDraft={hasDraft}
      newest={newest ? linesOf(newest) : ''}
      looked={{ ...looked, version: looked.variables?.version, text: found && linesOf(found) }}
      look={(version) => void look({ variables: { diagramId, version } })}
      restore={(version) => restore({ variables: { diagramId, version } })}
    />
  );
}
