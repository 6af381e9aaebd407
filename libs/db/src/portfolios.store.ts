import { randomBytes } from 'node:crypto';
import { ConflictError, NotFoundError } from '@holdout/domain';
import { Prisma } from './generated/client.js';
import type { Tx } from './database.js';
import { newId } from './ids.js';

interface Owner {
  organizationId: string;
  userId: string;
}

export interface PortfolioText {
  slug: string;
  headline: string;
  pseudonym: string | null;
  location: string;
  isRemote: boolean;
}

/** A result in a portfolio: what its student writes about it, and what they show of it. */
export interface PortfolioItemText {
  submissionId: string;
  caseStudy: string;
  showsMetrics: boolean;
  showsPercentile: boolean;
  showsComments: boolean;
  showsFigures: boolean;
  showsModelCard: boolean;
  showsCode: boolean;
}

export interface NewPortfolioItem extends PortfolioItemText {
  showsCriteria: boolean;
}

const withItems = { items: { orderBy: { position: 'asc' } } } satisfies Prisma.PortfolioInclude;

/** Null if the student has not begun one. */
export function portfolioOfStudent(tx: Tx, studentId: string) {
  return tx.portfolio.findFirst({ where: { studentId }, include: withItems });
}

/** @throws NotFoundError */
export async function portfolioById(tx: Tx, id: string) {
  const portfolio = await tx.portfolio.findUnique({ where: { id } });
  if (!portfolio) throw new NotFoundError('The portfolio');
  return portfolio;
}

/**
 * Begins an empty portfolio that nobody can see, at an address that is hard to guess and reveals nothing. Beginning again
 * changes nothing.
 */
export async function beginPortfolio(tx: Tx, { organizationId, userId }: Owner): Promise<void> {
  await tx.portfolio.createMany({
    data: [
      {
        id: newId(),
        organizationId,
        studentId: userId,
        slug: randomBytes(8).toString('hex'),
        headline: '',
        location: '',
        isRemote: false,
        updatedAt: new Date(),
      },
    ],
    skipDuplicates: true,
  });
}

/** @throws ConflictError when another portfolio has this address */
export async function writePortfolio(tx: Tx, id: string, text: PortfolioText): Promise<void> {
  try {
    await tx.portfolio.update({ where: { id }, data: text });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
      throw new ConflictError('Another portfolio lies at this address. Choose another one.', {
        field: 'slug',
      });
    throw error;
  }
}

/** Its results, all of them, in their order. */
export async function writePortfolioItems(
  tx: Tx,
  { id, organizationId }: { id: string; organizationId: string },
  items: readonly NewPortfolioItem[],
): Promise<void> {
  await tx.portfolioItem.deleteMany({ where: { portfolioId: id } });
  await tx.portfolioItem.createMany({
    data: items.map((item, position) => ({
      id: newId(),
      organizationId,
      portfolioId: id,
      position,
      ...item,
    })),
  });
}

/** Publishes it for anyone with the address, or for nobody. */
export async function publishPortfolio(tx: Tx, id: string, isPublic: boolean): Promise<void> {
  await tx.portfolio.update({ where: { id }, data: { isPublic } });
}

/**
 * Lets hiring managers find it, or withdraws that. Withdrawal takes effect with the end of the transaction, for search and
 * everything that followed from it.
 */
export async function consentToSearch(tx: Tx, id: string, since: Date | null): Promise<void> {
  await tx.portfolio.update({ where: { id }, data: { searchableSince: since } });
}

export interface Pass {
  submissionId: string;
  assignmentTitle: string;
  value: number;
  low: number;
  high: number;
  issuedAt: Date;
}

/** What a student can show: passes whose credential is in force, newest first, 200 at most. */
export function passesOf(tx: Tx, studentId: string): Promise<Pass[]> {
  return tx.$queryRaw<Pass[]>`
    SELECT c.submission_id::text AS "submissionId", a.title AS "assignmentTitle", s.value, s.low, s.high, c.issued_at AS "issuedAt"
    FROM credentials c
    JOIN submissions sub ON sub.id = c.submission_id
    JOIN assignments a ON a.id = sub.assignment_id
    JOIN LATERAL (
      SELECT * FROM scores WHERE scores.run_id = c.run_id ORDER BY created_at DESC, id DESC LIMIT 1
    ) s ON s.is_passed AND NOT s.is_provisional
    WHERE c.student_id = ${studentId}::uuid AND c.status = 'ISSUED'
    ORDER BY c.issued_at DESC, c.id LIMIT 200`;
}
