/* eslint-disable */
import type { RunQuery, RunQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const RunDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Run($id: ID!) {
  run(id: $id) {
    ...RunState
    rerun {
      ...RunRerun
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
    }
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
fragment RunRerun on RerunOfRun {
  originalRunId
  runId
  version
  reason
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
}`, {"documentId":"sha256:f797e3a64c9f3627686f43f7feed9c9b2a0473e6d1d6123940be065e6f00bdb0"}) as unknown as TypedDocumentString<RunQuery, RunQueryVariables>;