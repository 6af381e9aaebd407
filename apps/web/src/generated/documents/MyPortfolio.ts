/* eslint-disable */
import type { MyPortfolioQuery, MyPortfolioQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const MyPortfolioDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MyPortfolio {
  myPortfolio {
    ...OwnPortfolio
  }
  myPasses {
    submissionId
    assignmentTitle
    value
    low
    high
    issuedAt
  }
  myShareLinks {
    ...OwnShareLink
  }
  receivedContactRequests {
    ...ReceivedRequest
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
}
fragment OwnShareLink on ShareLink {
  id
  label
  hasPasscode
  createdAt
  expiresAt
  revokedAt
  viewCount
  views
}
fragment ReceivedRequest on ReceivedContactRequest {
  id
  managerName
  organizationName
  message
  status
  createdAt
}`, {"documentId":"sha256:6213e998336d0ffde4d49ade2fb2c2ab9646b2370edaaecf5056bee2ceb81d79"}) as unknown as TypedDocumentString<MyPortfolioQuery, MyPortfolioQueryVariables>;