/* eslint-disable */
import type { ShareLinkAsksForPasscodeQuery, ShareLinkAsksForPasscodeQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ShareLinkAsksForPasscodeDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ShareLinkAsksForPasscode($token: String!) {
  shareLinkAsksForPasscode(token: $token)
}
    `, {"documentId":"sha256:d4823a9e370c2ee1baa4182c4332ad977c7526091039df408813e77d143334a0"}) as unknown as TypedDocumentString<ShareLinkAsksForPasscodeQuery, ShareLinkAsksForPasscodeQueryVariables>;