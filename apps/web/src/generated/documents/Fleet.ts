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
  kind
  status
  lane
  workerId
  attempt
  phase
  queuedAt
  stuck
}`, {"documentId":"sha256:4d528c821c2ae927d5ac35a41893e254b4847ee5705807df06c19682102d45d6"}) as unknown as TypedDocumentString<FleetQuery, FleetQueryVariables>;