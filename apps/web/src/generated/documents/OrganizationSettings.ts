/* eslint-disable */
import type { OrganizationSettingsQuery, OrganizationSettingsQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const OrganizationSettingsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query OrganizationSettings {
  organizationSettings {
    id
    slug
    name
    accent
    logoUrl
  }
  cohortSettings {
    ...CohortRow
  }
}
    fragment CohortRow on CohortSettings {
  id
  slug
  name
  timeZone
  startsAt
  endsAt
  archivedAt
  students
}`, {"documentId":"sha256:c5ae9ea3133c1c97d3e05cacf3d1a704db57069727d127600df07a4a6b33ee7e"}) as unknown as TypedDocumentString<OrganizationSettingsQuery, OrganizationSettingsQueryVariables>;