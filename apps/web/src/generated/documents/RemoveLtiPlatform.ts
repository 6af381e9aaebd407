/* eslint-disable */
import type { RemoveLtiPlatformMutation, RemoveLtiPlatformMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const RemoveLtiPlatformDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RemoveLtiPlatform($platformId: ID!) {
  removeLtiPlatform(platformId: $platformId) {
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
}`, {"documentId":"sha256:6acd1eb211464a70473ecb7a54dce3c4ea822cd1f81be2ba035392094b2d0d31"}) as unknown as TypedDocumentString<RemoveLtiPlatformMutation, RemoveLtiPlatformMutationVariables>;