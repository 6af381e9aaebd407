/* eslint-disable */
import type { DraftStagesQuery, DraftStagesQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const DraftStagesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query DraftStages {
  track {
    stages {
      slug
      title
    }
  }
}
    `, {"documentId":"sha256:4979473815c5228230a323ef12190f8045cc75814312c7ca7a7aae56c7468bad"}) as unknown as TypedDocumentString<DraftStagesQuery, DraftStagesQueryVariables>;