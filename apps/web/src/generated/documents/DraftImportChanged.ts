/* eslint-disable */
import type { DraftImportChangedSubscription, DraftImportChangedSubscriptionVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const DraftImportChangedDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription DraftImportChanged($id: ID!) {
  assignmentImportChanged(id: $id) {
    ...DraftImportFields
  }
}
    fragment ProblemFields on AssignmentProblem {
  file
  line
  path
  column
  message
  suggestion
}
fragment DraftImportFields on AssignmentImport {
  id
  publish
  status
  step
  stepsDone
  stepsPlanned
  error
  createdAt
  finishedAt
  problems {
    ...ProblemFields
  }
  report {
    slug
    title
    version
    openedCohorts
    notes
    parts {
      name
      rows
    }
    drift {
      column
      size
      unseenLevels
    }
    anchors {
      metric
      label
      naive
      whyWithoutWeight
    }
  }
}`, {"documentId":"sha256:fa7e0e6795cea6834200300dac81250f6f3ec715acba1ff0b5057cf303610a7b"}) as unknown as TypedDocumentString<DraftImportChangedSubscription, DraftImportChangedSubscriptionVariables>;