/* eslint-disable */
import type { PublishPortfolioMutation, PublishPortfolioMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const PublishPortfolioDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation PublishPortfolio($isPublic: Boolean!) {
  publishPortfolio(isPublic: $isPublic) {
    id
    isPublic
  }
}
    `, {"documentId":"sha256:409281ee55169329323511da09ee89fb3b8ab6426b9696b25984dce484637d86"}) as unknown as TypedDocumentString<PublishPortfolioMutation, PublishPortfolioMutationVariables>;