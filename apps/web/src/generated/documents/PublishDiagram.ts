/* eslint-disable */
import type { PublishDiagramMutation, PublishDiagramMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const PublishDiagramDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation PublishDiagram($diagramId: ID!, $revision: Int!, $note: String!) {
  publishDiagram(diagramId: $diagramId, revision: $revision, note: $note) {
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
}`, {"documentId":"sha256:b8b8439e0642415e2d995bd9a490b97f6bdf09a5fca49e5d27be83490d7e5701"}) as unknown as TypedDocumentString<PublishDiagramMutation, PublishDiagramMutationVariables>;