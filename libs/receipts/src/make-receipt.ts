import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { PREDICATE_TYPE, receiptPredicate, type ReceiptPredicate } from '@holdout/verification';

export interface Receipt {
  /** An in-toto Statement in canonical JSON (RFC 8785): the same facts give the same bytes. */
  statement: string;
  /** SHA-256 of the statement's UTF-8 bytes, hexadecimal. */
  digest: string;
}

/** @throws ZodError when a fact is missing or malformed: a receipt is complete or it is not made */
export function makeReceipt(facts: ReceiptPredicate): Receipt {
  const predicate = receiptPredicate.parse(facts);
  const statement = canonicalize({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'submission', digest: { sha256: predicate.submission.sha256 } }],
    predicateType: PREDICATE_TYPE,
    predicate,
  });
  if (statement === undefined) throw new TypeError('The receipt has no JSON form.');
  return { statement, digest: createHash('sha256').update(statement, 'utf8').digest('hex') };
}
