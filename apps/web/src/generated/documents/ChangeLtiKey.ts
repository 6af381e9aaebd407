/* eslint-disable */
import type { ChangeLtiKeyMutation, ChangeLtiKeyMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ChangeLtiKeyDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ChangeLtiKey {
  changeLtiKey {
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
}`, {"documentId":"sha256:d468429877326a4d2744a025442638e5ffd1eae76f93e25e8ca27714343879d5"}) as unknown as TypedDocumentString<ChangeLtiKeyMutation, ChangeLtiKeyMutationVariables>;