import type { PublicFetch } from '@holdout/outgoing';
import {
  allowInsecureRequests,
  Configuration,
  customFetch,
  modifyAssertion,
  PrivateKeyJwt,
  useIdTokenResponseType,
} from 'openid-client';
import type { ToolKey } from './tool-key.js';

/** A learning platform, as far as speaking to it goes. To OpenID Connect it is an issuer, and we are its client. */
export interface Platform {
  issuer: string;
  clientId: string;
  authorizationUrl: string;
  tokenUrl: string;
  jwksUrl: string;
}

/** How platforms are spoken to. */
export interface Reach {
  fetch: PublicFetch;
  /** A host of this machine that tests may speak to over http. */
  testHost: string | undefined;
}

const metadataOf = ({ issuer, authorizationUrl, tokenUrl, jwksUrl }: Platform) => ({
  issuer,
  authorization_endpoint: authorizationUrl,
  token_endpoint: tokenUrl,
  jwks_uri: jwksUrl,
});

/** For launches: the platform answers with an id token in a form. */
export function launchConfiguration(platform: Platform, reach: Reach): Configuration {
  const configuration = new Configuration(metadataOf(platform), platform.clientId);
  useIdTokenResponseType(configuration);
  return reaching(configuration, reach);
}

/** For the services of a platform: we sign with our key that it is us who ask. */
export function serviceConfiguration(platform: Platform, reach: Reach, key: ToolKey): Configuration {
  const proof = PrivateKeyJwt(
    { key: key.privateKey, kid: key.id },
    {
      // LTI names the token's address as audience where OAuth names the issuer.
      [modifyAssertion]: (_header, payload) => {
        payload['aud'] = platform.tokenUrl;
      },
    },
  );
  return reaching(new Configuration(metadataOf(platform), platform.clientId, undefined, proof), reach);
}

function reaching(configuration: Configuration, { fetch, testHost }: Reach): Configuration {
  configuration[customFetch] = (url, { method, headers, body }) =>
    fetch(url, { method, headers, body: body instanceof URLSearchParams ? body : body?.toString() });
  configuration.timeout = 10;
  // What may be reached without TLS is up to `fetch` alone.
  if (testHost) allowInsecureRequests(configuration);
  return configuration;
}
