/* eslint-disable */
import type { AuthoredDiagramQuery, AuthoredDiagramQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const AuthoredDiagramDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AuthoredDiagram($slug: String!) {
  authoredDiagram(slug: $slug) {
    ...AuthoredDiagramDetailFields
  }
  authoredStages {
    id
    slug
    title
  }
  track {
    id
    diagrams {
      id
      slug
      redraw {
        id
        slug
        title
      }
    }
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
}`, {"documentId":"sha256:53f76faec31a7721a9ec2c7bdc1dc0140f8989895208fb4b4eef4a69c175f919"}) as unknown as TypedDocumentString<AuthoredDiagramQuery, AuthoredDiagramQueryVariables>;