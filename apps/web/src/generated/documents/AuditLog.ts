/* eslint-disable */
import type { AuditLogQuery, AuditLogQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const AuditLogDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AuditLog($filter: AuditFilter, $after: String) {
  auditLog(filter: $filter, first: 50, after: $after) {
    events {
      ...AuditRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
  auditSubjectTypes
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
}`, {"documentId":"sha256:5d3db960b45620c13203e4abacce6f0748168ce590787bad5f32df7423e3fe9b"}) as unknown as TypedDocumentString<AuditLogQuery, AuditLogQueryVariables>;