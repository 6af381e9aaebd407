/* eslint-disable */
import type { PortfolioPreviewQuery, PortfolioPreviewQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const PortfolioPreviewDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PortfolioPreview {
  portfolioPreview {
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
}`, {"documentId":"sha256:302329f1c054b6de9909a39f27285f3a8b60449368a82d540e4d7384e1776215"}) as unknown as TypedDocumentString<PortfolioPreviewQuery, PortfolioPreviewQueryVariables>;