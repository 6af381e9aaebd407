/* eslint-disable */
import type { RunChangedSubscription, RunChangedSubscriptionVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const RunChangedDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription RunChanged($runId: ID!) {
  runChanged(runId: $runId) {
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
}`, {"documentId":"sha256:f3f991e620ebe11d14e0d9cd0286c1371dec72e2f5a0b5acd63e9067daa19047"}) as unknown as TypedDocumentString<RunChangedSubscription, RunChangedSubscriptionVariables>;