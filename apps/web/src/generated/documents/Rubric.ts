/* eslint-disable */
import type { RubricQuery, RubricQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const RubricDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Rubric($slug: String!) {
  rubric(assignmentSlug: $slug) {
    assignmentSlug
    assignmentTitle
    assignmentVersion
    version
    reason
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
}`, {"documentId":"sha256:507e3d61f22cb9da6cb82d4ebba0a685c271eb4a7532d8a97273cb76f140b914"}) as unknown as TypedDocumentString<RubricQuery, RubricQueryVariables>;