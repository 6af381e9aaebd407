/* eslint-disable */
import type { FleetQuery, FleetQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const FleetDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Fleet {
  fleet {
    isWhole
    workers {
      ...FleetWorker
    }
    queue {
      organizationId
      organizationName
      lane
      resource
      waiting
      waitingSeconds
      running
      oldestAt
    }
    runs {
      ...FleetRunRow
    }
    endings {
      what
      reason
      runs
      newestAt
    }
  }
}
    fragment FleetWorker on Worker {
  id
  hostname
  labels
  concurrency
  running
  state
  seenAt
  engine {
    version
    containers
    gpus
    gpuProblem
  }
}
fragment FleetRunRow on FleetRun {
  id
  organizationId
  organizationName
  isEnding
  status
  lane
  workerId
  phase
  queuedAt
  stuck
}`, {"documentId":"sha256:6121b0b298dc4a8b201712e8ab1a143968a0e0dde641cf611ecc5552564459b8"}) as unknown as TypedDocumentString<FleetQuery, FleetQueryVariables>;