/* eslint-disable */
import type { ImportFolderMutation, ImportFolderMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ImportFolderDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ImportFolder($input: ImportAssignmentInput!) {
  importAssignment(input: $input) {
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
}`, {"documentId":"sha256:988ab9fad1f26edd6c5cce4bc78238f9a764ca56b5bfa9d482775ddd8f19ac7b"}) as unknown as TypedDocumentString<ImportFolderMutation, ImportFolderMutationVariables>;