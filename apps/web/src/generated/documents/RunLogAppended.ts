/* eslint-disable */
import type { RunLogAppendedSubscription, RunLogAppendedSubscriptionVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const RunLogAppendedDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription RunLogAppended($runId: ID!, $afterSequence: Int) {
  runLogAppended(runId: $runId, afterSequence: $afterSequence) {
    ...LogLine
  }
}
    fragment LogLine on LogChunk {
  sequence
  attempt
  phase
  text
}`, {"documentId":"sha256:cc48f6f0b66f2943b1b775b1256a969dd774468ac930abb64ba7c9b3083f1fd9"}) as unknown as TypedDocumentString<RunLogAppendedSubscription, RunLogAppendedSubscriptionVariables>;