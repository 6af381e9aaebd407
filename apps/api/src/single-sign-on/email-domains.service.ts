import { randomBytes } from 'node:crypto';
import { Resolver } from 'node:dns/promises';
import { domainToASCII } from 'node:url';
import { Inject, Injectable } from '@nestjs/common';
import {
  addEmailDomain,
  emailDomainById,
  emailDomains,
  removeEmailDomain,
  setEmailDomainProven,
} from '@holdout/db';
import { BadUserInputError } from '@holdout/domain';
import { putOnRecord } from '../audit/put-on-record.js';
import { AuthService } from '../auth/auth.js';
import type { Operation } from '../operation/operation.js';
import { API_CONFIG, type ApiConfig } from '../settings.js';
import type { EmailDomainType } from './single-sign-on.types.js';

const DOMAIN = /^(?=.{3,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;
const LOOKUP = { timeout: 3000, tries: 2 };

interface Domain {
  id: string;
  domain: string;
  token: string;
  provenAt: Date | null;
}

/** Domains of e-mail addresses, and the record by which an organization shows that one is its own. */
@Injectable()
export class EmailDomainsService {
  constructor(
    private readonly authService: AuthService,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
  ) {}

  async list(operation: Operation): Promise<EmailDomainType[]> {
    return (await emailDomains(await operation.tx())).map(described);
  }

  /** @throws BadUserInputError, ConflictError when there are too many */
  async add(operation: Operation, entered: string): Promise<EmailDomainType> {
    const domain = domainToASCII(entered.trim().toLowerCase());
    if (!DOMAIN.test(domain))
      throw new BadUserInputError('Give a domain alone, such as students.example.org.', { field: 'domain' });
    const { organization } = await operation.member();
    const token = randomBytes(24).toString('base64url');
    const added = await addEmailDomain(await operation.tx(), {
      organizationId: organization.id,
      domain,
      token,
    });
    await this.audit(operation, 'email-domain.added', added);
    return described(added);
  }

  /** @throws NotFoundError; BadUserInputError when the record is not there; RateLimitedError */
  async prove(operation: Operation, id: string): Promise<EmailDomainType> {
    const { organization } = await operation.member();
    await this.authService.providerCheckLimit.takeAccount(organization.id);
    // Name servers may take their time: nothing is held open meanwhile.
    const found = await operation.briefly((tx) => emailDomainById(tx, id));
    if (!(await this.hasRecord(found)))
      throw new BadUserInputError(
        `There is no such TXT record at ${recordName(found)} yet. New records may take an hour to be seen; then look again.`,
        { field: 'id' },
      );
    const proven = await setEmailDomainProven(await operation.tx(), found.id, operation.startedAt);
    await this.audit(operation, 'email-domain.proven', proven);
    return described(proven);
  }

  /**
   * People who signed in with an address in it remain members.
   * @throws NotFoundError
   */
  async remove(operation: Operation, id: string): Promise<true> {
    const tx = await operation.tx();
    const found = await emailDomainById(tx, id);
    await removeEmailDomain(tx, found.id);
    await this.audit(operation, 'email-domain.removed', found);
    return true;
  }

  private async hasRecord(domain: Domain): Promise<boolean> {
    const resolver = new Resolver(LOOKUP);
    if (this.config.DNS_SERVERS.length > 0) resolver.setServers(this.config.DNS_SERVERS);
    const records = await resolver.resolveTxt(recordName(domain)).catch(noneOrRefusal);
    return records.some((parts) => parts.join('') === recordValue(domain));
  }

  private async audit(operation: Operation, action: string, { id, domain }: Domain): Promise<void> {
    await putOnRecord(operation, {
      action,
      subjectType: 'email-domain',
      subjectId: id,
      detail: { domain },
    });
  }
}

/** @throws BadUserInputError where no name server answered, which says nothing about the record */
function noneOrRefusal(error: NodeJS.ErrnoException): string[][] {
  if (error.code === 'ENODATA' || error.code === 'ENOTFOUND') return [];
  throw new BadUserInputError('No name server answered for this domain. Look again in a few minutes.', {
    field: 'id',
  });
}

const recordName = ({ domain }: Domain): string => `_holdout.${domain}`;
const recordValue = ({ token }: Domain): string => `holdout-domain=${token}`;

const described = (domain: Domain): EmailDomainType => ({
  id: domain.id,
  domain: domain.domain,
  provenAt: domain.provenAt,
  recordName: recordName(domain),
  recordValue: recordValue(domain),
});
