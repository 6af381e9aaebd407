/* eslint-disable */
import type { SavePortfolioMutation, SavePortfolioMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const SavePortfolioDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SavePortfolio($input: SavePortfolioInput!) {
  savePortfolio(input: $input) {
    ...OwnPortfolio
  }
}
    fragment OwnPortfolio on Portfolio {
  id
  slug
  headline
  pseudonym
  location
  isRemote
  isPublic
  searchableSince
  items {
    submissionId
    caseStudy
    showsMetrics
    showsPercentile
    showsComments
    showsFigures
    showsModelCard
    showsCode
    showsCriteria
  }
}`, {"documentId":"sha256:cba364460e9faf73cd6b01d78d1771f3381107028a546aaa89631ca2e736a4fe"}) as unknown as TypedDocumentString<SavePortfolioMutation, SavePortfolioMutationVariables>;