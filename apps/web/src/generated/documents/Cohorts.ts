/* eslint-disable */
import type { CohortsQuery, CohortsQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const CohortsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Cohorts {
  cohorts {
    id
    slug
    name
  }
}
    `, {"documentId":"sha256:fbbf99082c5a7711cda2ddd71a8b3ed9759b46c62235b556a8a256824c749526"}) as unknown as TypedDocumentString<CohortsQuery, CohortsQueryVariables>;