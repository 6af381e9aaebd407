export { makeReceipt, type Receipt } from './make-receipt.js';
export { PREDICATE_TYPE, receiptPredicate, type ReceiptPredicate } from './predicate.js';
