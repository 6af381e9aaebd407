/* eslint-disable */
import type { SetLateDaysMutation, SetLateDaysMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const SetLateDaysDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetLateDays($input: LateDaysInput!) {
  setLateDays(input: $input)
}
    `, {"documentId":"sha256:c63d3cfb25ac9faab8e3c42fe771c4927e36caa2bc6af520a97fc10b461495d7"}) as unknown as TypedDocumentString<SetLateDaysMutation, SetLateDaysMutationVariables>;