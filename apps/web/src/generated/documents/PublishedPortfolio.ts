/* eslint-disable */
import type { PublishedPortfolioQuery, PublishedPortfolioQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const PublishedPortfolioDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PublishedPortfolio($slug: String!) {
  publishedPortfolio(slug: $slug) {
    ...ShownPortfolio
  }
}
    fragment ShownPortfolio on PublishedPortfolio {
  id
  slug
  name
  headline
  location
  isRemote
  issuerName
  issuerSlug
  updatedAt
  skills {
    skill
    points
    evidence
  }
  results {
    id
    assignmentSlug
    assignmentTitle
    assignmentSummary
    caseStudy
    points
    low
    high
    passMark
    assurance
    issuedAt
    credentialAddress
    credentialId
    reproductions {
      ...ResultReproduction
    }
    metrics {
      name
      label
      value
      low
      high
      unit
      direction
    }
    criteria {
      key
      title
      description
      workflowStep
      mode
      skills
      points
      low
      high
      weight
      countedWeight
      levels {
        points
        label
        description
      }
    }
    percentile {
      value
      low
      high
      others
    }
    comments
    figures {
      ...ScorePlot
    }
    modelCard
    files {
      path
      text
    }
    archiveDigest
    gitCommit
  }
}
fragment ResultReproduction on ResultReproduction {
  verdict
  at
}
fragment ScorePlot on Plot {
  key
  title
  kind
  source
  xLabel
  yLabel
  xDomain
  yDomain
  note
  drawing {
    nodes {
      key
      label
      mark
    }
    edges {
      from
      to
      mark
    }
  }
  series {
    name
    role
    points {
      x
      label
      y
      low
      high
      n
      image
    }
  }
}`, {"documentId":"sha256:5cc69b01ea12345711cbdde0fd0e5f69406926af65f7ba5092b342c186332889"}) as unknown as TypedDocumentString<PublishedPortfolioQuery, PublishedPortfolioQueryVariables>;