/* eslint-disable */
import type { MoveStageMutation, MoveStageMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const MoveStageDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation MoveStage($stageId: ID!, $isEarlier: Boolean!) {
  moveStage(stageId: $stageId, isEarlier: $isEarlier) {
    id
    slug
  }
}
    `, {"documentId":"sha256:781d11f35dc702e2200cfcf5650d5da74d52583a88b33bafbfbe9cc4e780f5ba"}) as unknown as TypedDocumentString<MoveStageMutation, MoveStageMutationVariables>;