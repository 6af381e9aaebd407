/* eslint-disable */
import type { RequeueRunMutation, RequeueRunMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const RequeueRunDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RequeueRun($runId: ID!) {
  requeueRun(runId: $runId)
}
    `, {"documentId":"sha256:eb442d98f2239c711b30c07d3e817f9ced8eca184f32547271b968dfd01a2421"}) as unknown as TypedDocumentString<RequeueRunMutation, RequeueRunMutationVariables>;