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
}`, {"documentId":"sha256:6ea73b1f6a04e3744133757498756c495c570c603aaddf9fa0b0d4b726465bcc"}) as unknown as TypedDocumentString<RegisterLtiPlatformMutation, RegisterLtiPlatformMutationVariables>;