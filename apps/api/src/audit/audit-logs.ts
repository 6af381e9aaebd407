import { Injectable } from '@nestjs/common';
import { DEPLOYMENT, Database, operatorNames, type Tx } from '@holdout/db';
import DataLoader from 'dataloader';
import type { Operation } from '../operation/operation.js';
import { FORMER_MEMBER, NamesLoader } from '../runs/run-loaders.js';

const OPERATOR = 'An operator of this deployment';
const FORMER_OPERATOR = 'Former operator';

/** A log that somebody may read: its id, and the people in it. */
export interface AuditLog {
  organizationId: string;
  /** Names files of it. */
  slug: string;
  /** What it is a log of, as one of its own entries says it. */
  subject: { subjectType: string; subjectId: string };
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** In a transaction of its own, whatever else the request does. */
  briefly<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  nameOf(actorId: string): Promise<string>;
}

/** The logs there are: each organization's, and the deployment's own. They are read, exported and checked alike. */
@Injectable()
export class AuditLogs {
  constructor(
    private readonly names: NamesLoader,
    private readonly database: Database,
  ) {}

  /**
   * The log of the request's organization.
   * @throws UnauthenticatedError, ForbiddenError
   */
  async ofOrganization(operation: Operation): Promise<AuditLog> {
    const { organization } = await operation.member();
    return {
      organizationId: organization.id,
      slug: organization.slug,
      subject: { subjectType: 'organization', subjectId: organization.id },
      read: async (work) => work(await operation.tx()),
      briefly: (work) => operation.briefly(work),
      nameOf: async (actorId) => {
        const name = await this.names.of(operation, actorId);
        // They need not be a member of the organization in whose log they stand.
        const isFromOutside =
          name === FORMER_MEMBER && (await operation.shared(this.operators).load(actorId));
        return isFromOutside ? OPERATOR : name;
      },
    };
  }

  /**
   * The log of what operators do that concerns no organization. The database shows it to operators only.
   * @throws UnauthenticatedError
   */
  async ofDeployment(operation: Operation): Promise<AuditLog> {
    const { userId } = await operation.signedIn();
    const within = <T>(work: (tx: Tx) => Promise<T>) =>
      this.database.inTenant({ organizationId: DEPLOYMENT, userId }, work);
    const names = new DataLoader<string, string>(async (ids) => {
      const known = await within((tx) => operatorNames(tx, ids));
      return ids.map((id) => known.get(id) ?? FORMER_OPERATOR);
    });
    return {
      organizationId: DEPLOYMENT,
      slug: 'deployment',
      subject: { subjectType: 'deployment', subjectId: 'deployment' },
      read: within,
      briefly: within,
      nameOf: (actorId) => names.load(actorId),
    };
  }

  /** Whether each of these people operates the deployment. */
  private readonly operators = () =>
    new DataLoader<string, boolean>(async (ids) => {
      const standings = await Promise.all(ids.map((id) => this.database.system.standingOf(id)));
      return standings.map(({ isOperator }) => isOperator);
    });
}
