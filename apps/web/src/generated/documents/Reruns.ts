/* eslint-disable */
import type { RerunsQuery, RerunsQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const RerunsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Reruns($assignmentSlug: String!, $cohortSlug: String!) {
  rerunVersions(assignmentSlug: $assignmentSlug, cohortSlug: $cohortSlug) {
    version
    publishedAt
    works
    seconds
  }
  reruns(assignmentSlug: $assignmentSlug, cohortSlug: $cohortSlug) {
    id
    status
    version
    createdAt
  }
}
    `, {"documentId":"sha256:d056b2cfb5f411454bcbca2f3db312821c329ebdbf4aea81fedcf5be820dc814"}) as unknown as TypedDocumentString<RerunsQuery, RerunsQueryVariables>;