export type { SeenReceipt } from './check-evidence.js';
export { CRYPTOSUITE } from './check-signature.js';
export { BADGES_CONTEXT, bundledContext, VC_CONTEXT } from './contexts.js';
export type { Credential } from './credential.js';
export { didWebAddress, didWebOf } from './did-web.js';
export { sha256Hex, sriOfHex } from './digest.js';
export { envelopeText, readEnvelope, signedBytes, type Envelope } from './envelope.js';
export { issuerDocumentOf, keyName, type PublishedKey } from './issuer-document.js';
export { issuerPlaces, type IssuerPlaces } from './issuer-places.js';
export {
  metricText,
  PREDICATE_TYPE,
  receiptPredicate,
  receiptStatement,
  type ReceiptPredicate,
} from './predicate.js';
export { reproductionsOf, type PublishedReproduction } from './reproductions.js';
export { FirstOf, GivenFiles, Web, type Sources } from './sources.js';
export {
  STEPS,
  verdictOf,
  type Findings,
  type Step,
  type StepName,
  type StepState,
  type Verdict,
} from './steps.js';
export { NothingToVerifyError, verify, type Verification, type VerificationOptions } from './verify.js';
