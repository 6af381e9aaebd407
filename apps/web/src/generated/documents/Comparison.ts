/* eslint-disable */
import type { ComparisonQuery, ComparisonQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const ComparisonDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Comparison($id: ID!, $earlierRunId: ID!) {
  run(id: $id) {
    id
    comparison(earlierRunId: $earlierRunId) {
      ...Comparison
    }
  }
}
    fragment Earlier on EarlierRun {
  id
  fileName
  queuedAt
  value
}
fragment Comparison on ScoreComparison {
  earlier {
    ...Earlier
  }
  verdict
  difference
  low
  high
}`, {"documentId":"sha256:60b2a9ce180c9a1563686d02a4179869c8c221d9cbee1d92857099a8701e14f1"}) as unknown as TypedDocumentString<ComparisonQuery, ComparisonQueryVariables>;