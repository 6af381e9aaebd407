/* eslint-disable */
import type { ScoreQuery, ScoreQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ScoreDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Score($id: ID!) {
  run(id: $id) {
    id
    kind
    status
    outcome
    finishedAt
    submission {
      id
    }
    isCounted
    rerun {
      ...RunRerun
    }
    credentials {
      ...CredentialCard
    }
    student {
      id
      name
    }
    assignment {
      id
      slug
      title
      stage {
        id
        slug
        title
      }
      version {
        id
        criteria {
          key
          metrics
        }
        metrics {
          name
          label
          direction
          unit
          isGraded
          naive
          simple
          strong
        }
      }
    }
    metrics {
      name
      label
      split
      value
      low
      high
      n
      direction
      unit
      isGraded
    }
    score {
      id
      split
      value
      low
      high
      passMark
      isPassed
      isProvisional
      anchorsSource
      createdAt
      criteria {
        key
        title
        workflowStep
        mode
        points
        low
        high
        weight
        countedWeight
        note
        advice
        skills
      }
      gates {
        key
        status
        value
        limit
        message
      }
      findings {
        key
        severity
        message
      }
      slices {
        attribute
        group
        n
        positives
        metrics {
          name
          value
          low
          high
        }
      }
      plots {
        ...ScorePlot
      }
      ladder {
        isReleased
        shownPoints
        shownRunId
        message
      }
    }
    receipt {
      digest
      envelopeDigest
    }
    validationGaps {
      metric
      label
      direction
      claimed
      hidden
      low
      high
      verdict
    }
    regradeRequests {
      ...Regrade
    }
    reproductions {
      ...Reproduction
    }
    earlierRuns {
      ...Earlier
    }
    comparison {
      ...Comparison
    }
  }
}
    fragment CredentialCard on Credential {
  id
  title
  isOfStage
  runId
  assurance
  status
  issuedAt
  revokedAt
  revokedReason
  isShared
  address
  reproductions {
    ...ResultReproduction
  }
}
fragment Regrade on RegradeRequest {
  id
  status
  createdAt
  messages {
    author
    isFromStudent
    text
    at
  }
}
fragment Reproduction on Reproduction {
  id
  originalRunId
  runId
  isRunVisible
  requestedBy
  verdict
  createdAt
  measures {
    name
    label
    unit
    agreement
    original
    reproduced
    tolerance
  }
  files {
    name
    isPrediction
    isSame
    rows {
      count
      changed
      largest
    }
  }
  missingImages {
    name
    id
  }
  isSameHardware
  isSameAnchors
  isSameScorer
}
fragment ResultReproduction on ResultReproduction {
  verdict
  at
}
fragment RunRerun on RerunOfRun {
  originalRunId
  runId
  version
  reason
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
}
fragment Earlier on EarlierRun {
  id
  fileName
  queuedAt
  value
}
fragment Comparison on ScoreComparison {
  earlier {
    ...Earlier
  }
  verdict
  difference
  low
  high
}`, {"documentId":"sha256:521a252dc1fb98d53bdbaaa02ba3993c5afd5a6e9b0d3d4ab224965f611ba9c5"}) as unknown as TypedDocumentString<ScoreQuery, ScoreQueryVariables>;