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
    trial {
      metric
      label
      unit
      value
      low
      high
      isOwn
    }
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
}`, {"documentId":"sha256:e36983d0817a36a2465eef86e6fe4862f1ef6b5ee02ae25212524f60b9bcf1c4"}) as unknown as TypedDocumentString<DraftImportChangedSubscription, DraftImportChangedSubscriptionVariables>;