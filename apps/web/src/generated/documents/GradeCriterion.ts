/* eslint-disable */
import type { GradeCriterionMutation, GradeCriterionMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const GradeCriterionDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation GradeCriterion($input: GradeCriterionInput!) {
  gradeCriterion(input: $input) {
    ...ReviewState
  }
}
    fragment ReviewState on Review {
  runId
  student
  submittedAt
  automatic
  preview
  state
  declaration {
    ...Declared
  }
  assignmentSlug
  assignmentTitle
  criteria {
    id
    key
    title
    workflowStep
    weight
    isRequired
    levels {
      points
      label
      description
    }
    points
    comment
  }
  comments {
    id
    author
    isViewer
    file
    line
    text
    createdAt
  }
}
fragment Declared on Declaration {
  aiUse
  help
  isOwnWork
  policy
}`, {"documentId":"sha256:5a4f5d7a36df590a448f799ed81e485ad343191b1ad4cf007ff18ec5f3defbb9"}) as unknown as TypedDocumentString<GradeCriterionMutation, GradeCriterionMutationVariables>;