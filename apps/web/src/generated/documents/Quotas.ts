/* eslint-disable */
import type { QuotasQuery, QuotasQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const QuotasDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Quotas {
  quotas {
    ...QuotaRow
  }
  organizationQuota {
    ...QuotaUse
  }
  cohorts {
    id
    slug
    name
  }
  memberships(first: 100) {
    nodes {
      id
      name
      role
    }
  }
}
    fragment QuotaUse on QuotaState {
  what
  limit
  used
}
fragment QuotaRow on Quota {
  id
  scope
  name
  runsPerDay
  cpuSeconds
  gpuSeconds
  storageBytes
  parallelRuns
  expiresAt
  isExpired
  reason
}`, {"documentId":"sha256:eb4b245fc3c204d812f472302a36974d33519fce8947fdff7b6f51983272f4bf"}) as unknown as TypedDocumentString<QuotasQuery, QuotasQueryVariables>;