import { Inject, Injectable } from '@nestjs/common';
import {
  acceptInvitation,
  addMembership,
  Database,
  isProvenDomain,
  openInvitationsFor,
  PersonalData,
  recordAudit,
  registerPerson,
  wasRemoved,
  type Tx,
} from '@holdout/db';
import { AuthService } from '../auth/auth.js';
import { providerAccount } from '../auth/bound-key.js';
import type { Vouched } from './provider-client.js';
import { SignInRefused } from './sign-in-problem.js';

export interface VouchingProvider {
  id: string;
  organizationId: string;
  joinsAsStudent: boolean;
}

/** An address that the provider says is theirs, and what that is worth here. */
interface Address {
  email: string;
  isOfProvenDomain: boolean;
  invitations: string[];
}

/**
 * The account of a person whom an organization's provider vouches for. It can vouch for people it knows already, for
 * addresses in domains that the organization has proven to own, and for people whom the organization invited and who belong
 * nowhere else.
 */
@Injectable()
export class ProviderAccounts {
  constructor(
    private readonly authService: AuthService,
    private readonly database: Database,
    @Inject(PersonalData) private readonly personal: PersonalData,
  ) {}

  /**
   * Returns the user, who is then a member of the organization.
   * @throws SignInRefused
   */
  async userFor(provider: VouchingProvider, vouched: Vouched): Promise<string> {
    const { internalAdapter } = await this.authService.auth.$context;
    const link = { providerId: providerAccount(provider.id), accountId: vouched.subject };
    const known = await internalAdapter.findAccountByKey(link);
    if (known) return this.returning(provider, known.userId, vouched);
    const address = await this.addressOf(provider, vouched);
    const found = await internalAdapter.findUserByEmail(address.email);
    if (!found) return this.newcomer(provider, vouched, address);
    const userId = found.user.id;
    await this.assertMaySpeakFor(provider, userId, address);
    await this.enter(provider, { userId, name: found.user.name }, address, false);
    await internalAdapter.linkAccount({ ...link, userId });
    return userId;
  }

  /** The provider knew them before. Somebody who was removed since comes back by invitation only. */
  private async returning(provider: VouchingProvider, userId: string, vouched: Vouched): Promise<string> {
    if (await this.isMember(provider, userId)) return userId;
    const { internalAdapter } = await this.authService.auth.$context;
    const user = await internalAdapter.findUserById(userId);
    const address = await this.addressOf(provider, vouched);
    if (!user || address.invitations.length === 0) throw new SignInRefused('REMOVED');
    await this.enter(provider, { userId, name: user.name }, address, false);
    return userId;
  }

  private async newcomer(provider: VouchingProvider, vouched: Vouched, address: Address): Promise<string> {
    assertMayEnter(provider, address);
    const { internalAdapter } = await this.authService.auth.$context;
    const { email, isOfProvenDomain } = address;
    const name = (vouched.name ?? email.split('@')[0] ?? email).slice(0, 100);
    const user = await internalAdapter.createUser(
      { email, name, emailVerified: isOfProvenDomain },
      { method: 'oauth' },
    );
    try {
      await this.enter(provider, { userId: user.id, name }, address, true);
      await internalAdapter.linkAccount({
        userId: user.id,
        providerId: providerAccount(provider.id),
        accountId: vouched.subject,
      });
    } catch (error) {
      await internalAdapter.deleteUser(user.id);
      throw error;
    }
    return user.id;
  }

  /** @throws SignInRefused for an account that is somebody elsewhere, unless its address is of a proven domain */
  private async assertMaySpeakFor(provider: VouchingProvider, userId: string, address: Address) {
    if (address.isOfProvenDomain) return;
    const { isOperator, memberships } = await this.database.system.standingOf(userId);
    const isElsewhere = memberships.some(({ organizationId }) => organizationId !== provider.organizationId);
    if (isOperator || isElsewhere || address.invitations.length === 0)
      throw new SignInRefused('OTHER_ACCOUNT');
  }

  /** Makes them a member, unless they are one. @throws SignInRefused */
  private async enter(
    provider: VouchingProvider,
    person: { userId: string; name: string },
    address: Address,
    isNew: boolean,
  ): Promise<void> {
    const { organizationId } = provider;
    const { userId } = person;
    const isMember = !isNew && (await this.isMember(provider, userId));
    if (!isMember) assertMayEnter(provider, address);
    await this.database.inTenant({ organizationId, userId }, async (tx) => {
      await registerPerson(tx, this.personal, { id: userId, displayName: person.name });
      if (address.invitations.length > 0) await this.accept(tx, userId, address);
      else if (!isMember) await joinAsStudent(tx, organizationId, userId);
      await recordAudit(tx, {
        organizationId,
        actorId: userId,
        action: 'single-sign-on.linked',
        subjectType: 'user',
        subjectId: userId,
        detail: { providerId: provider.id, isNew },
      });
    });
  }

  private async accept(tx: Tx, userId: string, { email, invitations }: Address): Promise<void> {
    const emailHash = this.personal.emailHash(email);
    for (const tokenHash of invitations)
      await acceptInvitation(tx, { tokenHash, userId, emailHash, now: new Date() });
  }

  private async addressOf({ organizationId }: VouchingProvider, vouched: Vouched): Promise<Address> {
    const { email, isVerified } = vouched;
    if (!email?.includes('@')) throw new SignInRefused('NO_EMAIL');
    if (!isVerified) throw new SignInRefused('UNVERIFIED_EMAIL');
    return this.database.inTenant({ organizationId, userId: null }, async (tx) => ({
      email,
      isOfProvenDomain: await isProvenDomain(tx, email.split('@').at(-1) ?? ''),
      invitations: await openInvitationsFor(tx, this.personal.emailHash(email), new Date()),
    }));
  }

  private async isMember({ organizationId }: VouchingProvider, userId: string): Promise<boolean> {
    const { memberships } = await this.database.system.standingOf(userId);
    return memberships.some((membership) => membership.organizationId === organizationId);
  }
}

/** @throws SignInRefused for whoever was not invited where the organization does not take all that its provider knows */
function assertMayEnter({ joinsAsStudent }: VouchingProvider, address: Address): void {
  if (address.invitations.length > 0) return;
  if (!joinsAsStudent || !address.isOfProvenDomain) throw new SignInRefused('NOT_INVITED');
}

async function joinAsStudent(tx: Tx, organizationId: string, userId: string): Promise<void> {
  if (await wasRemoved(tx, userId)) throw new SignInRefused('REMOVED');
  await addMembership(tx, { organizationId, userId, role: 'STUDENT' });
}
