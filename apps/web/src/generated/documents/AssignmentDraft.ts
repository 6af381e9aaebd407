/* eslint-disable */
import type { AssignmentDraftQuery, AssignmentDraftQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const AssignmentDraftDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AssignmentDraft($id: ID!) {
  assignmentDraft(id: $id) {
    id
    fileName
    follows
    status
    error
    updatedAt
    settings {
      ...DraftSettingsFields
    }
    problems {
      ...ProblemFields
    }
    newestImport {
      ...DraftImportFields
    }
    profile {
      table {
        rows
        copies
        columnCount
        comparedTargets
        columns {
          name
          kind
          isWhole
          missing
          distinct
          bins {
            low
            high
            label
            count
          }
        }
        determined {
          column
          target
          size
        }
        images {
          array
          height
          width
          channels
        }
      }
      templates {
        name
        stage
        splitRule
        samplePercent
        publicPercent
        privatePercent
        passMark
        practicePerDay
        certification
        maxTeamSize
        trainSeconds
        trainMemoryMib
        metrics {
          name
          label
          direction
          graded
        }
        criteria {
          key
          title
          mode
          weight
          metrics
        }
        twinRows
        perturbedRows
        shuffledRetrains
      }
    }
  }
}
    fragment DraftSettingsFields on AssignmentDraftSettings {
  template
  target
  positive
  id
  group
  time
  series
  user
  item
  rating
  images
  sensitive
  splitRule
  samplePercent
  publicPercent
  privatePercent
  horizon
  season
  title
  slug
  summary
  brief
  stage
  weights {
    key
    weight
    metrics
  }
  simpleAt {
    metric
    value
  }
  twinRows
  perturbedRows
  shuffledRetrains
  scorer
  scorerMetrics {
    name
    label
    direction
    bound
    unit
  }
  scorerWeight
  passMark
  practicePerDay
  certification
  maxTeamSize
  opensAt
  dueAt
  closesAt
  lateDays
  latePercent
  trainSeconds
  trainMemoryMib
  licence
  origin
  personalData
  mayBeShown
  drawsAgain
}
fragment ProblemFields on AssignmentProblem {
  file
  line
  path
  column
  message
  suggestion
}
fragment DraftImportFields on AssignmentImport {
  id
  publish
  status
  step
  stepsDone
  stepsPlanned
  error
  createdAt
  finishedAt
  problems {
    ...ProblemFields
  }
  report {
    slug
    title
    version
    openedCohorts
    notes
    trial {
      metric
      label
      unit
      value
      low
      high
      isOwn
    }
    parts {
      name
      rows
    }
    drift {
      column
      size
      unseenLevels
    }
    anchors {
      metric
      label
      naive
      whyWithoutWeight
    }
  }
}`, {"documentId":"sha256:fb57ade7c64ec5a2849c32e7b785ac8cb06792d15fcfa27019ac31c1433fba5e"}) as unknown as TypedDocumentString<AssignmentDraftQuery, AssignmentDraftQueryVariables>;