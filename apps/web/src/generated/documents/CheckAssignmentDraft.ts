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
}`, {"documentId":"sha256:ff6ce32dab63133e33346a39edf67e3530490789e46cf5b2d2be896729e7e474"}) as unknown as TypedDocumentString<CheckAssignmentDraftMutation, CheckAssignmentDraftMutationVariables>;