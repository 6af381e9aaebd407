/* eslint-disable */
import type { RestoreDiagramVersionMutation, RestoreDiagramVersionMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const RestoreDiagramVersionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RestoreDiagramVersion($diagramId: ID!, $version: Int!) {
  restoreDiagramVersion(diagramId: $diagramId, version: $version) {
    ...AuthoredDiagramDetailFields
  }
}
    fragment DiagramTextFields on DiagramText {
  title
  summary
  stageSlug
  nodes {
    key
    label
    hint
    x
    y
  }
  edges {
    from
    to
    label
  }
  distractors {
    key
    label
  }
}
fragment AuthoredDiagramDetailFields on AuthoredDiagramDetail {
  id
  slug
  title
  isPublished
  version
  hasDraft
  draft {
    revision
    text {
      ...DiagramTextFields
    }
  }
  newest {
    ...DiagramTextFields
  }
  versions {
    version
    title
    note
    publishedBy
    publishedAt
  }
}`, {"documentId":"sha256:5389fb931a458e116d2c0991676d8e64ad18c09f5be4b16ce0f6f14c70588cce"}) as unknown as TypedDocumentString<RestoreDiagramVersionMutation, RestoreDiagramVersionMutationVariables>;