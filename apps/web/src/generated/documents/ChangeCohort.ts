/* eslint-disable */
import type { ChangeCohortMutation, ChangeCohortMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ChangeCohortDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ChangeCohort($id: ID!, $input: CohortSettingsInput!) {
  changeCohort(id: $id, input: $input) {
    id
  }
}
    `, {"documentId":"sha256:7a5a2d248d26d52f7ddf950162cc256c5bf1dc18bc72f5c8067467c558035bc9"}) as unknown as TypedDocumentString<ChangeCohortMutation, ChangeCohortMutationVariables>;