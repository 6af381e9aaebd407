/* eslint-disable */
import type { CancelRunMutation, CancelRunMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const CancelRunDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CancelRun($runId: ID!) {
  cancelRun(runId: $runId) {
    ...RunState
  }
}
    fragment Artifact on RunArtifact {
  id
  name
  kind
  isHidden
  digest
  bytes
  deletedAt
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
fragment RunLine on Run {
  id
  kind
  status
  outcome
  reason
  message
  queuedAt
  startedAt
  finishedAt
  isCancelRequested
  isHeld
  assignment {
    id
    slug
    title
  }
  student {
    id
    name
  }
  submission {
    id
    fileName
    archiveDigest
  }
  score {
    id
    value
    low
    high
    passMark
    isPassed
    isProvisional
  }
}
fragment Declared on Declaration {
  aiUse
  help
  isOwnWork
  policy
}
fragment RunState on Run {
  ...RunLine
  errorDetail {
    phase
    file
    line
    rule
  }
  seed
  attempt
  cpuSeconds
  queue {
    position
    etaSeconds
  }
  phases {
    id
    name
    label
    status
    attempt
    position
    limitSeconds
    startedAt
    endedAt
    wallMs
    cpuSeconds
    maxRssBytes
    samples {
      seconds
      cpuSeconds
      memoryBytes
    }
  }
  phaseLimits {
    phase
    memoryBytes
  }
  submission {
    id
    fileName
    archiveDigest
    archiveBytes
    gitCommit
    createdAt
    declaration {
      ...Declared
    }
  }
  receipt {
    digest
    statement
  }
  images {
    name
    id
    packageCount
  }
  reproduction {
    ...Reproduction
  }
  artifacts {
    ...Artifact
  }
}`, {"documentId":"sha256:2f09350835e656091b923b2a9767216ea5771efa1be3f0691d34c100fd0cece8"}) as unknown as TypedDocumentString<CancelRunMutation, CancelRunMutationVariables>;