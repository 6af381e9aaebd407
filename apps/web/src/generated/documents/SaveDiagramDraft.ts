/* eslint-disable */
import type { SaveDiagramDraftMutation, SaveDiagramDraftMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const SaveDiagramDraftDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SaveDiagramDraft($input: SaveDiagramDraftInput!) {
  saveDiagramDraft(input: $input) {
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
}`, {"documentId":"sha256:cf7bb26141863d9d496f14d12b6840e495f622ef33efe195f8a1f154e9d0f89b"}) as unknown as TypedDocumentString<SaveDiagramDraftMutation, SaveDiagramDraftMutationVariables>;