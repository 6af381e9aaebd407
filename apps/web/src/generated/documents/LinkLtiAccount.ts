/* eslint-disable */
import type { LinkLtiAccountMutation, LinkLtiAccountMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const LinkLtiAccountDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation LinkLtiAccount($organizationSlug: String!, $launchId: ID!) {
  linkLtiAccount(organizationSlug: $organizationSlug, launchId: $launchId)
}
    `, {"documentId":"sha256:98174ec9164fb061243f464a4e5ec5bf1b71daff49e44ec6550421f3c1051469"}) as unknown as TypedDocumentString<LinkLtiAccountMutation, LinkLtiAccountMutationVariables>;