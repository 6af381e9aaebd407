/* eslint-disable */
import type { WithdrawExtensionMutation, WithdrawExtensionMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const WithdrawExtensionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WithdrawExtension($input: ExtensionWithdrawalInput!) {
  withdrawExtension(input: $input)
}
    `, {"documentId":"sha256:fb2399ede5a6e45b224233cc9a9b06ad7a95b7f66006d182740bf16a96313a5c"}) as unknown as TypedDocumentString<WithdrawExtensionMutation, WithdrawExtensionMutationVariables>;