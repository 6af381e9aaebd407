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
}`, {"documentId":"sha256:dd9b9f621e355947e172884a87fda2dc03ce86587a9624df119c5a5d8952f382"}) as unknown as TypedDocumentString<RemoveLtiPlatformMutation, RemoveLtiPlatformMutationVariables>;