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
}`, {"documentId":"sha256:2ea8b72f2def4adea9f45c4dd41bced0364ea62aaf61e94c4007ac0ff8cbbaae"}) as unknown as TypedDocumentString<SetLtiAdmissionMutation, SetLtiAdmissionMutationVariables>;