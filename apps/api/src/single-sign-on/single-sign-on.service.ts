import { Inject, Injectable } from '@nestjs/common';
import {
  Database,
  identityProviderOf,
  ProviderSecrets,
  removeIdentityProvider,
  setIdentityProvider,
} from '@holdout/db';
import { BadUserInputError, NotFoundError } from '@holdout/domain';
import { isPlainAllowed } from '@holdout/outgoing';
import { putOnRecord } from '../audit/put-on-record.js';
import { AuthService } from '../auth/auth.js';
import { checkedText } from '../graphql/checked-text.js';
import type { Operation } from '../operation/operation.js';
import { brandingOf } from '../organizations/branding.js';
import { API_CONFIG, type ApiConfig } from '../settings.js';
import { EmailDomainsService } from './email-domains.service.js';
import { ProviderClient, type Provider } from './provider-client.js';
import type {
  SignInOrganizationType,
  SingleSignOnInput,
  SingleSignOnSettingsType,
  SingleSignOnType,
} from './single-sign-on.types.js';

/** What an admin decides about the organization's identity provider. */
@Injectable()
export class SingleSignOnService {
  constructor(
    private readonly authService: AuthService,
    private readonly database: Database,
    private readonly secrets: ProviderSecrets,
    private readonly client: ProviderClient,
    private readonly domains: EmailDomainsService,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
  ) {}

  async settings(operation: Operation): Promise<SingleSignOnSettingsType> {
    const { organization } = await operation.member();
    const provider = await identityProviderOf(await operation.tx(), organization.id);
    return {
      redirectUri: this.client.redirectUri,
      signInUrl: new URL(`/sign-in/with/${organization.slug}`, this.config.PUBLIC_URL).href,
      provider: provider ? described(provider) : null,
      domains: await this.domains.list(operation),
    };
  }

  /** @throws BadUserInputError when there is no such provider, RateLimitedError */
  async set(operation: Operation, input: SingleSignOnInput): Promise<SingleSignOnType> {
    const { organization } = await operation.member();
    const organizationId = organization.id;
    await this.authService.providerCheckLimit.takeAccount(organizationId);
    // The provider may take its time: nothing is held open meanwhile.
    const before = await operation.briefly((tx) => identityProviderOf(tx, organizationId));
    const provider = this.checked(input, before);
    await this.client.check(provider);
    const { joinsAsStudent } = input;
    const tx = await operation.tx();
    const clientSecret = this.secrets.seal(organizationId, provider.clientSecret);
    const { issuer, clientId } = provider;
    await setIdentityProvider(tx, { organizationId, issuer, clientId, clientSecret, joinsAsStudent });
    await putOnRecord(operation, {
      action: 'single-sign-on.set',
      subjectType: 'organization',
      subjectId: organization.id,
      detail: { issuer, clientId, joinsAsStudent },
    });
    if (before && isOther(before, provider))
      await this.authService.endSingleSignOn(organizationId, before.id);
    return described({ issuer, clientId, joinsAsStudent });
  }

  /** @throws NotFoundError */
  async remove(operation: Operation): Promise<true> {
    const { organization } = await operation.member();
    const tx = await operation.tx();
    const before = await identityProviderOf(tx, organization.id);
    if (!before) throw new NotFoundError('Single sign-on');
    await removeIdentityProvider(tx, organization.id);
    await putOnRecord(operation, {
      action: 'single-sign-on.removed',
      subjectType: 'organization',
      subjectId: organization.id,
      detail: { issuer: before.issuer },
    });
    await this.authService.endSingleSignOn(organization.id, before.id);
    return true;
  }

  async bySlug(slug: string): Promise<SignInOrganizationType | null> {
    const organization = await this.database.system.organizationBySlug(slug);
    if (!organization) return null;
    const context = { organizationId: organization.id, userId: null };
    const provider = await this.database.inTenant(context, (tx) => identityProviderOf(tx, organization.id));
    return provider ? this.withLogo(organization) : null;
  }

  async byEmail(email: string): Promise<SignInOrganizationType[]> {
    const domain = email.trim().toLowerCase().split('@').at(-1) ?? '';
    const found = await this.database.system.singleSignOnOfDomain(domain);
    return Promise.all(found.map((organization) => this.withLogo(organization)));
  }

  private async withLogo({ slug, name }: { slug: string; name: string }): Promise<SignInOrganizationType> {
    const look = await this.database.system.lookOf(slug);
    return { slug, name, logoUrl: brandingOf(slug, { logo: look?.logoDigest }).logoUrl };
  }

  private checked(
    input: SingleSignOnInput,
    before: { issuer: string; clientId: string; clientSecret: Uint8Array; organizationId: string } | null,
  ): Provider {
    const issuer = input.issuer.trim();
    if (!isIssuer(issuer))
      throw new BadUserInputError('Give the issuer as an https address, such as https://login.example.org.', {
        field: 'issuer',
      });
    const clientId = checkedText(input.clientId, {
      field: 'clientId',
      least: 1,
      limit: 255,
      message: 'Give the client id that the provider gave this platform, in 255 characters at most.',
    });
    const entered = checkedText(input.clientSecret ?? '', {
      field: 'clientSecret',
      limit: 1000,
      message: 'A client secret has 1000 characters at most.',
    });
    // A secret shared with one provider is not sent to another.
    const keeps = !entered && before && !isOther(before, { issuer, clientId });
    if (!entered && !keeps)
      throw new BadUserInputError('Give the client secret that the provider gave this platform.', {
        field: 'clientSecret',
      });
    const clientSecret = keeps ? this.secrets.unseal(before.organizationId, before.clientSecret) : entered;
    return { issuer, clientId, clientSecret };
  }
}

function isIssuer(text: string): boolean {
  const url = text.length <= 500 && URL.canParse(text) ? new URL(text) : null;
  if (!url || url.search || url.hash || url.username) return false;
  return url.protocol === 'https:' || isPlainAllowed(url);
}

const isOther = (before: Omit<Provider, 'clientSecret'>, now: Omit<Provider, 'clientSecret'>): boolean =>
  before.issuer !== now.issuer || before.clientId !== now.clientId;

const described = ({ issuer, clientId, joinsAsStudent }: SingleSignOnType): SingleSignOnType => ({
  issuer,
  clientId,
  joinsAsStudent,
});
