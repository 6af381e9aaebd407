import { Injectable } from '@nestjs/common';
import { Database, identityProviderOf, organizationOf, ProviderSecrets, recordAudit } from '@holdout/db';
import { randomNonce, randomPKCECodeVerifier } from 'openid-client';
import { AuthService } from '../auth/auth.js';
import { ProviderAccounts } from './provider-accounts.service.js';
import { ProviderClient } from './provider-client.js';
import { SignInRefused } from './sign-in-problem.js';

/** Somebody who came back from a provider. */
export interface Returned {
  /** What the provider sent along. */
  query: string;
  state: string;
  /** What the browser kept. */
  browser: string;
}

export interface LetIn {
  userId: string;
  organizationId: string;
  slug: string;
  next: string;
}

/** Signing in at the identity provider of one's organization: there and back. */
@Injectable()
export class SignInThrough {
  constructor(
    private readonly authService: AuthService,
    private readonly database: Database,
    private readonly secrets: ProviderSecrets,
    private readonly client: ProviderClient,
    private readonly accounts: ProviderAccounts,
  ) {}

  /**
   * Returns where to send the browser, and what it keeps meanwhile.
   * @throws SignInRefused
   */
  async begin(slug: string, next: string) {
    const organization = await this.database.system.organizationBySlug(slug);
    const provider = organization && (await this.providerOf(organization.id));
    if (!provider) throw new SignInRefused('OFF');
    const checks = { nonce: randomNonce(), codeVerifier: randomPKCECodeVerifier() };
    const { id: providerId, organizationId } = provider;
    const { attempts } = this.authService;
    const attempt = await attempts.begin({ organizationId, providerId, next, ...checks });
    const address = await this.client.addressFor(provider, { ...checks, state: attempt.state });
    return { address, browser: attempt.browser, lastsSeconds: attempt.lastsSeconds };
  }

  /** Believes nothing that was not asked for. @throws SignInRefused, which names the organization once it is known */
  async end({ query, state, browser }: Returned): Promise<LetIn> {
    const attempt = await this.authService.attempts.take(state, browser);
    if (!attempt) throw new SignInRefused('STALE');
    const { organizationId, next, nonce, codeVerifier } = attempt;
    const provider = await this.providerOf(organizationId);
    if (provider?.id !== attempt.providerId) throw new SignInRefused('STALE');
    try {
      const vouched = await this.client.vouched(provider, query, { state, nonce, codeVerifier });
      const userId = await this.accounts.userFor(provider, vouched);
      return { userId, organizationId, slug: provider.slug, next };
    } catch (error) {
      if (error instanceof SignInRefused) {
        await this.record(provider, error);
        error.slug = provider.slug;
      }
      throw error;
    }
  }

  private async providerOf(organizationId: string) {
    return this.database.inTenant({ organizationId, userId: null }, async (tx) => {
      const provider = await identityProviderOf(tx, organizationId);
      if (!provider) return null;
      const { slug } = await organizationOf(tx, organizationId);
      const clientSecret = this.secrets.unseal(organizationId, provider.clientSecret);
      return { ...provider, clientSecret, slug };
    });
  }

  /** A refused person has no account, but an admin looking for the reason finds it. */
  private async record(provider: { id: string; organizationId: string }, { problem }: SignInRefused) {
    const { id, organizationId } = provider;
    await this.database.inTenant({ organizationId, userId: null }, (tx) =>
      recordAudit(tx, {
        organizationId,
        actorId: null,
        action: 'single-sign-on.refused',
        subjectType: 'organization',
        subjectId: organizationId,
        detail: { problem, providerId: id },
      }),
    );
  }
}
