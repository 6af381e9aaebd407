/* eslint-disable */
import type { RegisterLtiPlatformMutation, RegisterLtiPlatformMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const RegisterLtiPlatformDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RegisterLtiPlatform($input: LtiPlatformInput!) {
  registerLtiPlatform(input: $input) {
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
}`, {"documentId":"sha256:a4e77057e653f3158bcdf605224f66b68f312ad7263e5b404358ee5e37f55032"}) as unknown as TypedDocumentString<RegisterLtiPlatformMutation, RegisterLtiPlatformMutationVariables>;