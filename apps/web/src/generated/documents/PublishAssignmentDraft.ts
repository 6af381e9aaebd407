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
}`, {"documentId":"sha256:f1cdf00f331bf9c4fd91323133171be0bf138394f05c8f1b98e3939c1712683a"}) as unknown as TypedDocumentString<PublishAssignmentDraftMutation, PublishAssignmentDraftMutationVariables>;