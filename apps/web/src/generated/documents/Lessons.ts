/* eslint-disable */
import type { LessonsQuery, LessonsQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const LessonsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Lessons {
  track {
    id
    stages {
      id
      slug
      position
      title
      lessons {
        id
        slug
        title
        summary
        minutes
      }
    }
  }
}
    `, {"documentId":"sha256:915905605c7ed7c876d21e36a4c87c8a116d65ef9bec9aa002f5f919cc08c3f7"}) as unknown as TypedDocumentString<LessonsQuery, LessonsQueryVariables>;