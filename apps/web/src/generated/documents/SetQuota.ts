/* eslint-disable */
import type { SetQuotaMutation, SetQuotaMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const SetQuotaDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetQuota($input: QuotaInput!) {
  setQuota(input: $input) {
    id
  }
}
    `, {"documentId":"sha256:ec476d55e5942189afd349a4b8d0a04bc651ec2953d225f13711152b90d581da"}) as unknown as TypedDocumentString<SetQuotaMutation, SetQuotaMutationVariables>;