/* eslint-disable */
import type { WithdrawDiagramMutation, WithdrawDiagramMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const WithdrawDiagramDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WithdrawDiagram($diagramId: ID!) {
  withdrawDiagram(diagramId: $diagramId) {
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
}`, {"documentId":"sha256:c8285b9378953905c8a57d8a66f702bc5d38a621c8414cbc06bda59ec046adf1"}) as unknown as TypedDocumentString<WithdrawDiagramMutation, WithdrawDiagramMutationVariables>;