/* eslint-disable */
import type { ReusedRubricQuery, ReusedRubricQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ReusedRubricDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ReusedRubric($slug: String!) {
  rubric(assignmentSlug: $slug) {
    criteria {
      ...RubricCriterionFields
    }
  }
}
    fragment RubricCriterionFields on RubricCriterion {
  key
  title
  description
  workflowStep
  mode
  weight
  isRequired
  skills
  advice
  levels {
    points
    label
    description
  }
}`, {"documentId":"sha256:c51ad75af5a97c9f7b65bb01089a9f20e2561182a639321705603996b87b1930"}) as unknown as TypedDocumentString<ReusedRubricQuery, ReusedRubricQueryVariables>;