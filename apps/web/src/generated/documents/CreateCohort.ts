/* eslint-disable */
import type { CreateCohortMutation, CreateCohortMutationVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const CreateCohortDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CreateCohort($input: CohortSettingsInput!, $slug: String) {
  createCohort(input: $input, slug: $slug) {
    id
  }
}
    `, {"documentId":"sha256:40767e9b385d1d23d50436e3b4b00b36a43c767f7896cf00a16d8ccff1831b9a"}) as unknown as TypedDocumentString<CreateCohortMutation, CreateCohortMutationVariables>;