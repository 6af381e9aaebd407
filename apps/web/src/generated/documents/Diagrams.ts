/* eslint-disable */
import type { DiagramsQuery, DiagramsQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const DiagramsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Diagrams {
  track {
    id
    diagrams {
      id
      slug
      title
      summary
      nodes {
        key
        label
        hint
      }
      edges {
        from
        to
        label
      }
      redraw {
        id
        slug
        isPassed
        bestPoints
      }
    }
  }
}
    `, {"documentId":"sha256:7a9df4e9c20dc8b6355781b9ac70ecc843d4df482c7a9889a70f4f1f93551245"}) as unknown as TypedDocumentString<DiagramsQuery, DiagramsQueryVariables>;