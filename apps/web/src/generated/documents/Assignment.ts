/* eslint-disable */
import type { AssignmentQuery, AssignmentQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const AssignmentDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Assignment($slug: String!) {
  assignment(slug: $slug) {
    ...AssignmentLine
    stage {
      id
      slug
      position
      title
    }
    policy {
      ...Policy
    }
    teamwork {
      maxTeamSize
      team {
        ...TeamFields
      }
    }
    version {
      id
      version
      brief
      passMark
      integrityPolicy
      publishedAt
      commands {
        name
        isRequired
        isRequiredToCertify
        takesNotebook
      }
      diagram {
        picture
      }
      starterKitUrl
      publicDataUrl
      archiveLimits {
        archiveBytes
        unpackedBytes
        files
      }
      passChance {
        simple
        naive
      }
      criteria {
        key
        title
        description
        workflowStep
        mode
        weight
        isRequired
        skills
        advice
        levels {
          points
          label
          description
        }
      }
      ownScorerDigest
      metrics {
        name
        label
        direction
        unit
        isGraded
        isOwn
        naive
        simple
        strong
      }
      limits {
        phase
        wallSeconds
        memoryBytes
        cpus
      }
      splits {
        name
        rows
        commitment
      }
      dataset {
        name
        licence
        origin
        personalData
        splitRule
      }
      dictionary {
        name
        type
        description
        profile {
          rows
          missing
          bins {
            low
            high
            label
            count
          }
        }
      }
      calibration {
        status
        splitsDone
        splitsPlanned
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
}
fragment AssignmentLine on Assignment {
  id
  slug
  kind
  title
  summary
  bestPoints
  isPassed
}
fragment TeamFields on Team {
  id
  name
  joinCode
  frozenAt
  members {
    id
    name
    isViewer
  }
}`, {"documentId":"sha256:b083dc7f43f64371a5979572478705f04b9a7347d7095a05c3b2aababec81462"}) as unknown as TypedDocumentString<AssignmentQuery, AssignmentQueryVariables>;