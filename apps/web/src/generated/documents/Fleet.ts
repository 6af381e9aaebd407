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
  organizationName
  kind
  status
  lane
  workerId
  attempt
  phase
  queuedAt
  stuck
}`, {"documentId":"sha256:2b9572e9f39b3e7b738c379dd825e620c5c98bca515bdc682bc57c846c32470f"}) as unknown as TypedDocumentString<FleetQuery, FleetQueryVariables>;