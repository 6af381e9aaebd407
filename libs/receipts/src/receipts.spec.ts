import { makeReceipt } from './make-receipt.js';
import { receiptFacts as facts } from './receipt-facts.fixture.js';
import type { ReceiptPredicate } from '@holdout/verification';

describe('a receipt', () => {
  it('is the same bytes for the same facts, in whatever order they come', () => {
    const reversed = Object.fromEntries(Object.entries(facts).reverse()) as ReceiptPredicate;
    expect(makeReceipt(reversed)).toEqual(makeReceipt(facts));
  });

  it('has the submission as its subject and changes its digest with any fact', () => {
    const receipt = makeReceipt(facts);
    expect(JSON.parse(receipt.statement)).toMatchObject({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ digest: { sha256: facts.submission.sha256 } }],
    });
    expect(makeReceipt({ ...facts, seed: 8 }).digest).not.toBe(receipt.digest);
  });

  it('is not made from incomplete facts', () => {
    expect(() => makeReceipt({ ...facts, scorer: { template: 'x', sha256: '' } })).toThrow();
  });
});
