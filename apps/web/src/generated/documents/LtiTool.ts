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
  keySince
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
}`, {"documentId":"sha256:7d06b6c38e757dfaa3c786dd73088690619401a5dd4f68a0bdd7b167da51ec52"}) as unknown as TypedDocumentString<LtiToolQuery, LtiToolQueryVariables>;