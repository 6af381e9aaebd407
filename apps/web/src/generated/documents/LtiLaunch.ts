/* eslint-disable */
import type { LtiLaunchQuery, LtiLaunchQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const LtiLaunchDocument = /*#__PURE__*/ new TypedDocumentString(`
    query LtiLaunch($organizationSlug: String!, $launchId: ID!) {
  ltiLaunch(organizationSlug: $organizationSlug, launchId: $launchId) {
    id
    step
    platformName
    personName
    contextTitle
  }
}
    `, {"documentId":"sha256:7413fceb172606246006eaf24dd4cc83b14ad54943dd8c2fea1ba07c8ffce59d"}) as unknown as TypedDocumentString<LtiLaunchQuery, LtiLaunchQueryVariables>;