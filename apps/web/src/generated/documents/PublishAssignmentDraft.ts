/* eslint-disable */
import type { PublishAssignmentDraftMutation, PublishAssignmentDraftMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const PublishAssignmentDraftDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation PublishAssignmentDraft($id: ID!) {
  publishAssignmentDraft(id: $id) {
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
}`, {"documentId":"sha256:fe61c1aabcd991235900cb977667bdd8c2933be1db0f7e8034d5a94cfc504ed5"}) as unknown as TypedDocumentString<PublishAssignmentDraftMutation, PublishAssignmentDraftMutationVariables>;