/* eslint-disable */
import type { SearchLessonsQuery, SearchLessonsQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const SearchLessonsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query SearchLessons($words: String!) {
  searchLessons(words: $words, first: 30) {
    lesson {
      id
      slug
      title
      minutes
    }
    stageSlug
    stageTitle
    excerpt {
      text
      isHit
    }
  }
}
    `, {"documentId":"sha256:edf69b0218bb190a3046ca3abbdcba4447c674e2e2f047124ae08c067a6b3245"}) as unknown as TypedDocumentString<SearchLessonsQuery, SearchLessonsQueryVariables>;