import { Inject, Injectable } from '@nestjs/common';
import { BadUserInputError } from '@holdout/domain';
import { isPlainAllowed, publicFetch } from '@holdout/outgoing';
import * as oidc from 'openid-client';
import { API_CONFIG, type ApiConfig } from '../settings.js';
import { SignInRefused } from './sign-in-problem.js';
import { causesOf, problemOf } from './problem-of.js';

const TIMEOUT_SECONDS = 10;
const MOST_BYTES = 512 * 1024;

export interface Provider {
  issuer: string;
  clientId: string;
  clientSecret: string;
}

/** What has to be the same when somebody comes back. */
export interface Checks {
  state: string;
  nonce: string;
  codeVerifier: string;
}

/** The person the provider vouches for. */
export interface Vouched {
  subject: string;
  email: string | null;
  isVerified: boolean;
  name: string | null;
}

/** OpenID Connect by authorization code with PKCE, state and nonce; signatures are checked although tokens come over TLS. */
@Injectable()
export class ProviderClient {
  private readonly fetch: oidc.CustomFetch;

  constructor(@Inject(API_CONFIG) private readonly config: ApiConfig) {
    const fetch = publicFetch({ internalHosts: config.SSO_INTERNAL_HOSTS, mostBytes: MOST_BYTES });
    this.fetch = (url, { method, headers, body, signal }) =>
      fetch(url, { method, headers, body: body?.toString(), signal });
  }

  /** Where the provider sends people back to. */
  get redirectUri(): string {
    return new URL('/auth/sso/callback', this.config.PUBLIC_URL).href;
  }

  /** Asks the issuer for its document. @throws BadUserInputError when it has none, or one of another issuer */
  async check(provider: Provider): Promise<void> {
    try {
      await this.discover(provider);
    } catch (error) {
      // The library wraps what the way to the provider says.
      const refused = causesOf(error).find((cause) => cause instanceof BadUserInputError);
      if (refused) throw new BadUserInputError(refused.message, { field: 'issuer' });
      throw new BadUserInputError(
        problemOf(error) === 'ISSUER'
          ? 'The document at this address belongs to another issuer. Give the issuer exactly as the provider writes it.'
          : `There is no OpenID Connect provider at this address: ${provider.issuer.replace(/\/$/, '')}/.well-known/openid-configuration gave no document. Check the issuer.`,
        { field: 'issuer' },
      );
    }
  }

  /** Where to send somebody who wants to sign in. @throws SignInRefused */
  async addressFor(provider: Provider, { state, nonce, codeVerifier }: Checks): Promise<URL> {
    const config = await this.discover(provider).catch(refuse);
    const address = oidc.buildAuthorizationUrl(config, {
      redirect_uri: this.redirectUri,
      scope: 'openid email profile',
      code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    if (address.protocol !== 'https:' && !isPlainAllowed(address)) throw new SignInRefused('ANSWER');
    return address;
  }

  /** @param query what the provider sent along. @throws SignInRefused when it does not fit what was asked */
  async vouched(provider: Provider, query: string, checks: Checks): Promise<Vouched> {
    try {
      const config = await this.discover(provider);
      const tokens = await oidc.authorizationCodeGrant(config, new URL(`?${query}`, this.redirectUri), {
        pkceCodeVerifier: checks.codeVerifier,
        expectedState: checks.state,
        expectedNonce: checks.nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new SignInRefused('ANSWER');
      // Many providers tell of the address only when they are asked for it.
      const told =
        claims.email === undefined
          ? await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)
          : claims;
      const { email, email_verified: isVerified, name } = told;
      return {
        subject: claims.sub,
        email: typeof email === 'string' ? email.trim().toLowerCase() : null,
        isVerified: isVerified === true,
        name: typeof name === 'string' && name.trim() ? name.trim() : null,
      };
    } catch (error) {
      return refuse(error);
    }
  }

  private discover({ issuer, clientId, clientSecret }: Provider): Promise<oidc.Configuration> {
    const server = new URL(issuer);
    return oidc.discovery(server, clientId, undefined, byItsMethod(clientSecret), {
      [oidc.customFetch]: this.fetch,
      timeout: TIMEOUT_SECONDS,
      execute: [
        oidc.enableNonRepudiationChecks,
        ...(isPlainAllowed(server) ? [oidc.allowInsecureRequests] : []),
      ],
    });
  }
}

/** The secret in the header where the provider takes it there, which is the default; in the form elsewhere. */
function byItsMethod(clientSecret: string): oidc.ClientAuth {
  const [basic, post] = [oidc.ClientSecretBasic(clientSecret), oidc.ClientSecretPost(clientSecret)];
  return (server, ...request) => {
    const { token_endpoint_auth_methods_supported: methods = ['client_secret_basic'] } = server;
    const authenticate = methods.includes('client_secret_basic') ? basic : post;
    return authenticate(server, ...request);
  };
}

function refuse(error: unknown): never {
  if (error instanceof SignInRefused) throw error;
  throw new SignInRefused(problemOf(error), { cause: error });
}
