/* eslint-disable */
import type { EndRunMutation, EndRunMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const EndRunDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation EndRun($runId: ID!) {
  endRun(runId: $runId)
}
    `, {"documentId":"sha256:9a856f5cf00d1de55043b90777d27577726180adf76970c859a1c06955b3702d"}) as unknown as TypedDocumentString<EndRunMutation, EndRunMutationVariables>;