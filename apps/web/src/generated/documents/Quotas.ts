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
}`, {"documentId":"sha256:ab7bd48b23fed51aaf61522a4aadb31c02120cd4836e4ffa6e08f16b3b02ca85"}) as unknown as TypedDocumentString<QuotasQuery, QuotasQueryVariables>;