/* eslint-disable */
import type { MyCredentialsQuery, MyCredentialsQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const MyCredentialsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MyCredentials {
  myCredentials {
    ...CredentialCard
  }
}
    fragment CredentialCard on Credential {
  id
  title
  isOfStage
  runId
  assurance
  status
  issuedAt
  revokedAt
  revokedReason
  isShared
  address
  reproductions {
    ...ResultReproduction
  }
}
fragment ResultReproduction on ResultReproduction {
  verdict
  at
}`, {"documentId":"sha256:40bf7931a15818fc63548fbcc134a5565404850f3a0537eb9d18400c9be523cd"}) as unknown as TypedDocumentString<MyCredentialsQuery, MyCredentialsQueryVariables>;