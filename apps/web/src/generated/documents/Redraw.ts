/* eslint-disable */
import type { RedrawQuery, RedrawQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const RedrawDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Redraw($slug: String!) {
  assignment(slug: $slug) {
    id
    slug
    title
    summary
    bestPoints
    isPassed
    stage {
      id
      slug
      title
    }
    policy {
      ...Policy
    }
    version {
      id
      version
      passMark
      integrityPolicy
      diagram {
        picture
        labels {
          key
          label
        }
        feedback {
          practice
          certification
        }
      }
    }
  }
}
    fragment Policy on AttemptPolicy {
  isOpen
  closedReason
  dueAt
  extendedFrom
  closesAt
  timeZone
  practiceLeftToday
  practicePerDay
  nextPracticeAt
  certificationsLeft
  certificationLimit
}`, {"documentId":"sha256:adce21899243ca941b088fa02bbbc362ae316f03f14b81d9f284d92e07bd7bc2"}) as unknown as TypedDocumentString<RedrawQuery, RedrawQueryVariables>;