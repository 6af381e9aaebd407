/* eslint-disable */
import type { LtiToolQuery, LtiToolQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const LtiToolDocument = /*#__PURE__*/ new TypedDocumentString(`
    query LtiTool {
  ltiTool {
    ...LtiToolFields
  }
}
    fragment LtiToolFields on LtiTool {
  loginUrl
  launchUrl
  keysUrl
  platforms {
    id
    name
    issuer
    clientId
    deploymentId
    admitsPeople
    highestRole
    links
    people
    failing
    lastFailure
    launchedAt
  }
}`, {"documentId":"sha256:36c4c00dadd0bb0fd9dddff82651c1964b0ac1ff2682654f96477b7c02a1fa4c"}) as unknown as TypedDocumentString<LtiToolQuery, LtiToolQueryVariables>;