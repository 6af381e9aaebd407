/* eslint-disable */
import type { RubricSourcesQuery, RubricSourcesQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const RubricSourcesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query RubricSources {
  assignments {
    slug
    title
  }
}
    `, {"documentId":"sha256:b063fda361662d7e0a114780ef19ad87e5179cec881b30d5064b39872ea15543"}) as unknown as TypedDocumentString<RubricSourcesQuery, RubricSourcesQueryVariables>;