/* eslint-disable */
import type { StageVersionQuery, StageVersionQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const StageVersionDocument = /*#__PURE__*/ new TypedDocumentString(`
    query StageVersion($stageId: ID!, $version: Int!) {
  stageVersion(stageId: $stageId, version: $version) {
    ...StageTextFields
  }
}
    fragment StageTextFields on StageText {
  title
  goal
  unlocks
  overview
  skills
  passesNeeded
  studyAnchors {
    title
    provider
    url
    why
  }
}`, {"documentId":"sha256:78a5eefe670f2381c21720d09711c242afb98e5cebbbfba9da1bb47c0df43ff0"}) as unknown as TypedDocumentString<StageVersionQuery, StageVersionQueryVariables>;