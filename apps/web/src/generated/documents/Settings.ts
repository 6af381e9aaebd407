/* eslint-disable */
import type { SettingsQuery, SettingsQueryVariables } from '../graphql';
import { TypedDocumentString } from '../typed-document-string';
export const SettingsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Settings {
  apiKeys {
    id
    name
    start
    createdAt
    lastUsedAt
    expiresAt
  }
  passkeys {
    id
    name
    createdAt
  }
  hasSecondFactor
  sessions {
    id
    createdAt
    userAgent
    isCurrent
  }
}
    `, {"documentId":"sha256:121e9b169436ca70e7967a6a14fa6ebc669efbae43fa90f06ba3953868caf59e"}) as unknown as TypedDocumentString<SettingsQuery, SettingsQueryVariables>;