/* eslint-disable */
import type { BeginPortfolioMutation, BeginPortfolioMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const BeginPortfolioDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation BeginPortfolio {
  beginPortfolio {
    id
  }
}
    `, {"documentId":"sha256:11b2d4ca68bc248da7ba9f4b2092cca1e6bf08c027ca49853f9492bdc7d1d2e9"}) as unknown as TypedDocumentString<BeginPortfolioMutation, BeginPortfolioMutationVariables>;