/* eslint-disable */
import type { CheckAssignmentDraftMutation, CheckAssignmentDraftMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const CheckAssignmentDraftDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CheckAssignmentDraft($id: ID!) {
  checkAssignmentDraft(id: $id) {
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
}`, {"documentId":"sha256:d4d5d16f2dfb9fbb2163a1fd0e3683b5c6acf5309e724538f447a245d2b48c4f"}) as unknown as TypedDocumentString<CheckAssignmentDraftMutation, CheckAssignmentDraftMutationVariables>;