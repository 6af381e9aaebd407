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
  closesAt
  timeZone
  practiceLeftToday
  practicePerDay
  nextPracticeAt
  certificationsLeft
  certificationLimit
}`, {"documentId":"sha256:5a8065d36674a32b032e932b77abe97dc69d0f636369cdd52622498837223911"}) as unknown as TypedDocumentString<RedrawQuery, RedrawQueryVariables>;