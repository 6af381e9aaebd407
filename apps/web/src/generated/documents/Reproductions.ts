/* eslint-disable */
import type { ReproductionsQuery, ReproductionsQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ReproductionsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Reproductions($runId: ID!) {
  run(id: $runId) {
    id
    reproductions {
      ...Reproduction
    }
  }
}
    fragment Reproduction on Reproduction {
  id
  originalRunId
  runId
  isRunVisible
  requestedBy
  verdict
  createdAt
  measures {
    name
    label
    unit
    agreement
    original
    reproduced
    tolerance
  }
  files {
    name
    isPrediction
    isSame
    rows {
      count
      changed
      largest
    }
  }
  missingImages {
    name
    id
  }
  isSameHardware
  isSameAnchors
  isSameScorer
}`, {"documentId":"sha256:b9aebdba65da33c9c487dff089fc779eb1760623493c3fcc8635394eb2498ec4"}) as unknown as TypedDocumentString<ReproductionsQuery, ReproductionsQueryVariables>;