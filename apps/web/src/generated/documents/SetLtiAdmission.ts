/* eslint-disable */
import type { SetLtiAdmissionMutation, SetLtiAdmissionMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const SetLtiAdmissionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetLtiAdmission($input: LtiAdmissionInput!) {
  setLtiAdmission(input: $input) {
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
}`, {"documentId":"sha256:4dac11b9426138931bbd13e1137b28b332e09100bce498ebe03aa33d20d57945"}) as unknown as TypedDocumentString<SetLtiAdmissionMutation, SetLtiAdmissionMutationVariables>;