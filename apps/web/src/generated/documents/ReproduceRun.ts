/* eslint-disable */
import type { ReproduceRunMutation, ReproduceRunMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ReproduceRunDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReproduceRun($runId: ID!) {
  reproduceRun(runId: $runId) {
    ...Reproduction
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
}`, {"documentId":"sha256:d2bb4c2cc1100ce1fb3a7f7ed0a845161d67a2c01b55e087e50eda996bad54ab"}) as unknown as TypedDocumentString<ReproduceRunMutation, ReproduceRunMutationVariables>;