/* eslint-disable */
import type { RubricImpactQuery, RubricImpactQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const RubricImpactDocument = /*#__PURE__*/ new TypedDocumentString(`
    query RubricImpact($input: RubricInput!) {
  rubricImpact(input: $input) {
    runs
    raised
    lowered
    newlyPassed
    noLongerPassed
    judgedAgain
    credentials
    histogram
    changes {
      runId
      student
      before
      after
      wasPassed
      isPassed
    }
  }
}
    `, {"documentId":"sha256:94dcc4f386d7ba035652627ebf098356b102986efb7800dd34d95c8ac771e51d"}) as unknown as TypedDocumentString<RubricImpactQuery, RubricImpactQueryVariables>;