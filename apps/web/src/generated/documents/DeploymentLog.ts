/* eslint-disable */
import type { DeploymentLogQuery, DeploymentLogQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const DeploymentLogDocument = /*#__PURE__*/ new TypedDocumentString(`
    query DeploymentLog($filter: AuditFilter, $after: String) {
  auditLog: deploymentLog(filter: $filter, first: 50, after: $after) {
    events {
      ...AuditRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
  auditSubjectTypes: deploymentSubjectTypes
}
    fragment AuditRow on AuditEvent {
  id
  actor {
    id
    name
  }
  action
  subjectType
  subjectId
  detail {
    name
    value
  }
  createdAt
}`, {"documentId":"sha256:0f0e2dda162b9e364f69c51ab7d03337da4d4861bcfd593e9e7270618645de7f"}) as unknown as TypedDocumentString<DeploymentLogQuery, DeploymentLogQueryVariables>;