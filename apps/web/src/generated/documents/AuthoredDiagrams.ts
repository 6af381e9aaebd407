/* eslint-disable */
import type { AuthoredDiagramsQuery, AuthoredDiagramsQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const AuthoredDiagramsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AuthoredDiagrams {
  authoredDiagrams {
    id
    slug
    title
    isPublished
    version
    hasDraft
  }
}
    `, {"documentId":"sha256:754ac72b4319f362c1c085ae890ef49b3f1e257ef51f4ac3df3109fb8c359007"}) as unknown as TypedDocumentString<AuthoredDiagramsQuery, AuthoredDiagramsQueryVariables>;