/* eslint-disable */
import type { OpenShareLinkMutation, OpenShareLinkMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const OpenShareLinkDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation OpenShareLink($token: String!, $passcode: String) {
  openShareLink(token: $token, passcode: $passcode) {
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
}`, {"documentId":"sha256:54d26592bd96809ec17cac864fa134ebb32f0e32139e53fac4f67ff1b646d0ea"}) as unknown as TypedDocumentString<OpenShareLinkMutation, OpenShareLinkMutationVariables>;