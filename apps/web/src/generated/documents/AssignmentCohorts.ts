/* eslint-disable */
import type { AssignmentCohortsQuery, AssignmentCohortsQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const AssignmentCohortsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AssignmentCohorts($slug: String!) {
  assignment(slug: $slug) {
    id
    slug
    title
  }
  cohorts {
    id
    slug
    name
  }
}
    `, {"documentId":"sha256:2959946cc8cb66bb5cf8a8e3f5cd066a5282cc884b430157792ac0f0cbe113f8"}) as unknown as TypedDocumentString<AssignmentCohortsQuery, AssignmentCohortsQueryVariables>;