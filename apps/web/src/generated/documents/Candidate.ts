/* eslint-disable */
import type { CandidateQuery, CandidateQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const CandidateDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Candidate($id: ID!) {
  candidate(id: $id) {
    ...ShownPortfolio
  }
  shortlist {
    ...ShortlistRow
  }
  sentContactRequests {
    ...SentRequest
  }
}
    fragment CandidateCard on Candidate {
  id
  name
  headline
  location
  isRemote
  issuerName
  skills {
    skill
    points
  }
  results {
    assignmentSlug
    assignmentTitle
    points
    low
    high
  }
}
fragment ShortlistRow on ShortlistEntry {
  note
  createdAt
  candidate {
    ...CandidateCard
  }
}
fragment SentRequest on SentContactRequest {
  id
  candidateId
  message
  status
  createdAt
  address
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
}`, {"documentId":"sha256:856119746b74fabefabdf2bc272f616e38d2e867ea69ca000cf1261d0c108f96"}) as unknown as TypedDocumentString<CandidateQuery, CandidateQueryVariables>;