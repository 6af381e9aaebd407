/* eslint-disable */
import type { DiscardDiagramDraftMutation, DiscardDiagramDraftMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const DiscardDiagramDraftDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DiscardDiagramDraft($diagramId: ID!) {
  discardDiagramDraft(diagramId: $diagramId) {
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
}`, {"documentId":"sha256:a30c8a114b81104c0b8abfe70385b0d00994a49e76bb21ada5bd4cd90eb64681"}) as unknown as TypedDocumentString<DiscardDiagramDraftMutation, DiscardDiagramDraftMutationVariables>;