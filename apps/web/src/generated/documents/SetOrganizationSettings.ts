/* eslint-disable */
import type { SetOrganizationSettingsMutation, SetOrganizationSettingsMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const SetOrganizationSettingsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetOrganizationSettings($input: OrganizationSettingsInput!) {
  setOrganizationSettings(input: $input) {
    id
  }
}
    `, {"documentId":"sha256:53ed68a40c7199022f303ac7f64f82e2f71a33f1d3919c4ff2bc5d20096100b8"}) as unknown as TypedDocumentString<SetOrganizationSettingsMutation, SetOrganizationSettingsMutationVariables>;