/* eslint-disable */
import type { AuthoredLessonsQuery, AuthoredLessonsQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const AuthoredLessonsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AuthoredLessons($stageSlug: String!) {
  stage(slug: $stageSlug) {
    id
    slug
    title
  }
  authoredLessons(stageSlug: $stageSlug) {
    id
    slug
    title
    isPublished
    version
    hasDraft
  }
}
    `, {"documentId":"sha256:118bb259419d2efdefe6d1c437bdcfc45e1cc5e66b4af2925fdea892b21348af"}) as unknown as TypedDocumentString<AuthoredLessonsQuery, AuthoredLessonsQueryVariables>;