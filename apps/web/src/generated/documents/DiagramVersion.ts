/* eslint-disable */
import type { DiagramVersionQuery, DiagramVersionQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const DiagramVersionDocument = /*#__PURE__*/ new TypedDocumentString(`
    query DiagramVersion($diagramId: ID!, $version: Int!) {
  diagramVersion(diagramId: $diagramId, version: $version) {
    ...DiagramTextFields
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
}`, {"documentId":"sha256:a381d04cb0623ad90037f74eb92a91c26d935fdb3dd1d5b2316a22c684529c3a"}) as unknown as TypedDocumentString<DiagramVersionQuery, DiagramVersionQueryVariables>;