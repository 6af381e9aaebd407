export { credentialDocument, type CredentialFacts } from './credential-document.js';
export { IssuerKey, IssuerKeySafe, IssuerKeySealedError, type StoredKey } from './issuer-key.js';
export { makeReceipt, type Receipt } from './make-receipt.js';
export { signCredential } from './sign-credential.js';
export { signReceipt, type SignedReceipt } from './sign-receipt.js';
export { signStatusList, STATUS_LIST_LENGTH, type StatusListFacts } from './status-list.js';
