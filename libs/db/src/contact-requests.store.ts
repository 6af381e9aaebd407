import {
  ConflictError,
  HIRING_LIMITS,
  NotFoundError,
  RateLimitedError,
  startOfDay,
  startOfNextDay,
  type ContactStatus,
} from '@holdout/domain';
import type { Tx } from './database.js';
import { checkedId, newId } from './ids.js';
import type { PersonalData } from './personal-data.js';

interface NewContactRequest {
  organizationId: string;
  managerId: string;
  portfolioId: string;
  message: string;
}

/**
 * A database trigger notifies the student.
 * @throws ConflictError when the organization has already asked; RateLimitedError
 */
export async function requestContact(tx: Tx, request: NewContactRequest, now: Date): Promise<void> {
  const { organizationId, managerId, portfolioId } = request;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`contact by ${organizationId}`}, 0))`;
  if (await tx.contactRequest.findFirst({ where: { organizationId, portfolioId } }))
    throw new ConflictError('Your organization has asked this candidate already. It may ask once.');
  const limit = HIRING_LIMITS.contactsPerDay;
  const today = await tx.contactRequest.count({
    where: { managerId, createdAt: { gte: startOfDay(now, 'UTC') } },
  });
  if (today >= limit) {
    const retryAt = startOfNextDay(now, 'UTC').toISOString();
    throw new RateLimitedError(`All ${limit} requests for today are used. The next is at ${retryAt}.`, {
      limit,
      retryAt,
    });
  }
  await tx.$executeRaw`
    INSERT INTO contact_requests (id, organization_id, manager_id, portfolio_id, message, created_at)
    VALUES (${newId()}::uuid, ${organizationId}::uuid, ${managerId}::uuid, ${portfolioId}::uuid, ${request.message}, ${now})`;
}

export interface SentRequest {
  id: string;
  portfolioId: string;
  message: string;
  status: ContactStatus;
  createdAt: Date;
  /** The address of a student who accepted. */
  address: string | null;
}

/** A manager's own requests, newest first, 200 at most. Requests to candidates who withdrew are not included. */
export function contactRequestsBy(tx: Tx, managerId: string): Promise<SentRequest[]> {
  return tx.$queryRaw<SentRequest[]>`
    SELECT q.id::text AS id, q.portfolio_id::text AS "portfolioId", q.message, q.status::text AS status, q.created_at AS "createdAt",
      contact_address(q.id) AS address
    FROM contact_requests q WHERE q.manager_id = ${managerId}::uuid
    ORDER BY q.created_at DESC, q.id LIMIT 200`;
}

interface ReceivedRow {
  id: string;
  managerId: string;
  displayName: Uint8Array | null;
  wrappedKey: Uint8Array | null;
  organizationName: string;
  message: string;
  status: ContactStatus;
  createdAt: Date;
}

export interface ReceivedRequest extends Omit<ReceivedRow, 'managerId' | 'displayName' | 'wrappedKey'> {
  /** Empty if the manager's personal data was erased. */
  managerName: string;
}

/** Requests to the student that the transaction acts for, newest first, 100 at most. */
export async function contactRequestsToViewer(tx: Tx, personal: PersonalData): Promise<ReceivedRequest[]> {
  const rows = await tx.$queryRaw<ReceivedRow[]>`
    SELECT id::text AS id, manager_id::text AS "managerId", display_name AS "displayName", wrapped_key AS "wrappedKey",
      organization_name AS "organizationName", message, status::text AS status, created_at AS "createdAt"
    FROM contact_requests_to_viewer()`;
  return rows.map(({ managerId, displayName, wrappedKey, ...request }) => ({
    ...request,
    managerName: displayName && wrappedKey ? personal.decrypt(managerId, wrappedKey, displayName) : '',
  }));
}

/**
 * A request can be answered only once.
 * @throws NotFoundError for a request to someone else, or one already answered
 */
export async function answerContactRequest(
  tx: Tx,
  id: string,
  isAccepted: boolean,
  now: Date,
): Promise<void> {
  const what = 'An open contact request';
  const rows = await tx.$queryRaw<{ answered: boolean }[]>`
    SELECT answer_contact_request(${checkedId(id, what)}::uuid, ${isAccepted}, ${now}) AS answered`;
  if (!rows[0]?.answered) throw new NotFoundError(what);
}
