import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  createRemoteJWKSet,
  exportJWK,
  generateKeyPair,
  jwtVerify,
  SignJWT,
  type CryptoKey,
  type JWK,
} from 'jose';

const LTI = 'https://purl.imsglobal.org/spec/lti/claim';
const COURSE_ROLE = 'http://purl.imsglobal.org/vocab/lis/v2/membership#';
const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
export const SCOPES = {
  score: 'https://purl.imsglobal.org/spec/lti-ags/scope/score',
  members: 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
};

export interface SimulatedPerson {
  sub: string;
  name?: string;
  email?: string;
  /** Short names of course roles, such as Learner. */
  roles: string[];
}

export interface SentScore {
  userId: string;
  scoreGiven: number;
  scoreMaximum: number;
  timestamp: string;
  activityProgress: string;
  gradingProgress: string;
}

/** What differs from an id token as it should be. */
export interface TokenFaults {
  claims?: Record<string, unknown>;
  /** Seconds from now. @default 300 */
  expiresIn?: number;
  /** Another key than the one that is published. */
  isForged?: boolean;
}

/**
 * A simulator of a learning platform that speaks LTI 1.3 Advantage: it signs launches, hands out tokens to whoever proves to be the
 * tool, takes scores, and lists members. It checks what a platform would check, and can be told to fail.
 */
export class LtiPlatformSimulator {
  readonly clientId = 'holdout-at-the-simulator';
  readonly deploymentId = 'deployment-1';
  readonly members: (SimulatedPerson & { status?: string })[] = [];
  /** By the line item that they were posted to, oldest first. */
  readonly scores = new Map<string, SentScore[]>();
  /** Statuses that the next answers of services have, instead of doing what was asked. */
  readonly failures: number[] = [];
  /** Whoever is sent here next to prove who they are, and what they come to the tool for. */
  visitor: { person: SimulatedPerson; message: Record<string, unknown> } | null = null;
  /** What was chosen at the tool, as browsers brought it back. */
  readonly chosen: string[] = [];
  /** What lets its bearer do something: proofs of who somebody is, and tokens. */
  readonly issued: string[] = [];
  /** Where the tool's keys are; without it nobody gets a token. */
  toolKeysUrl = '';
  private readonly tokens = new Map<string, string>();

  private constructor(
    private readonly server: Server,
    private readonly key: CryptoKey,
    private readonly forgedKey: CryptoKey,
    private readonly jwk: JWK,
    readonly host: string,
  ) {
    server.on('request', (request, response) => void this.answer(request, response));
  }

  /** @param port any that is free unless it is said */
  static async start(port = 0): Promise<LtiPlatformSimulator> {
    const [own, forged] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
    const jwk = { ...(await exportJWK(own.publicKey)), kid: 'simulator', alg: 'RS256', use: 'sig' };
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const host = `localhost:${(server.address() as AddressInfo).port}`;
    return new LtiPlatformSimulator(server, own.privateKey, forged.privateKey, jwk, host);
  }

  get issuer(): string {
    return `http://${this.host}`;
  }

  /** What an administrator enters at the tool. */
  get registration() {
    const { issuer, clientId, deploymentId } = this;
    return {
      name: 'Simulator',
      issuer,
      clientId,
      deploymentId,
      authorizationUrl: `${issuer}/authorize`,
      tokenUrl: `${issuer}/token`,
      jwksUrl: `${issuer}/jwks`,
    };
  }

  /** Where a browser goes that follows a link in the course. */
  opening(loginUrl: string): string {
    const query = new URLSearchParams({
      iss: this.issuer,
      client_id: this.clientId,
      login_hint: 'hint',
      lti_deployment_id: this.deploymentId,
      target_link_uri: 'http://tool.test/',
    });
    return `${loginUrl}?${query}`;
  }

  lineItem(name: string): string {
    return `${this.issuer}/lineitems/${name}`;
  }

  /** Signs what a launch says. */
  async idToken(
    person: SimulatedPerson,
    nonce: string,
    message: Record<string, unknown>,
    { claims = {}, expiresIn = 300, isForged = false }: TokenFaults = {},
  ): Promise<string> {
    const { sub, name, email, roles } = person;
    const payload = {
      iss: this.issuer,
      aud: this.clientId,
      sub,
      nonce,
      ...(name && { name }),
      ...(email && { email }),
      [`${LTI}/version`]: '1.3.0',
      [`${LTI}/message_type`]: 'LtiResourceLinkRequest',
      [`${LTI}/deployment_id`]: this.deploymentId,
      [`${LTI}/target_link_uri`]: 'http://tool.test/',
      [`${LTI}/roles`]: roles.map((role) => `${COURSE_ROLE}${role}`),
      [`${LTI}/context`]: { id: 'course-1', title: 'Course one' },
      ...message,
      ...claims,
    };
    const now = Math.floor(Date.now() / 1000);
    const token = await new SignJWT(payload)
      .setProtectedHeader({ alg: 'RS256', kid: 'simulator' })
      .setIssuedAt(now + Math.min(0, expiresIn))
      .setExpirationTime(now + expiresIn)
      .sign(isForged ? this.forgedKey : this.key);
    this.issued.push(token);
    return token;
  }

  /** Of a link in the course that opens an assignment, with a line item of its own. */
  link(id: string, opens: { assignment: string; cohort: string } | null): Record<string, unknown> {
    return {
      [`${LTI}/resource_link`]: { id, title: id },
      ...(opens && { [`${LTI}/custom`]: opens }),
      'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint': {
        scope: [SCOPES.score],
        lineitem: this.lineItem(id),
      },
      'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice': {
        context_memberships_url: `${this.issuer}/members`,
        service_versions: ['2.0'],
      },
    };
  }

  /** Of somebody who adds a link to the course and is to choose what it opens. */
  get choosing(): Record<string, unknown> {
    return {
      [`${LTI}/message_type`]: 'LtiDeepLinkingRequest',
      'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings': {
        deep_link_return_url: `${this.issuer}/chosen`,
        accept_types: ['ltiResourceLink'],
        accept_presentation_document_targets: ['window'],
        data: 'to be given back',
      },
    };
  }

  /** Reads what the tool signed for this platform. */
  async verified(jwt: string): Promise<Record<string, unknown>> {
    const keys = createRemoteJWKSet(new URL(this.toolKeysUrl));
    const { payload } = await jwtVerify(jwt, keys, { issuer: this.clientId, audience: this.issuer });
    return payload;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const url = new URL(request.url ?? '/', this.issuer);
    const shown = await this.page(url, body);
    if (shown !== null) {
      response.writeHead(200, { 'content-type': 'text/html' }).end(shown);
      return;
    }
    const { status, json } = await this.answerTo(request, url, body).catch((error: unknown) => ({
      status: 400,
      json: { error: String(error) },
    }));
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
  }

  /** What a browser is shown; null where a program asks. */
  private async page(url: URL, body: string): Promise<string | null> {
    if (url.pathname === '/chosen') {
      this.chosen.push(new URLSearchParams(body).get('JWT') ?? '');
      return '<title>Course one</title><h1>Course one</h1>';
    }
    if (url.pathname !== '/authorize' || !this.visitor) return null;
    const { person, message } = this.visitor;
    const asked = (name: string) => url.searchParams.get(name) ?? '';
    const idToken = await this.idToken(person, asked('nonce'), message);
    return `<title>Course one</title><form method="post" action="${asked('redirect_uri')}">
      <input name="state" value="${asked('state')}"><input name="id_token" value="${idToken}"></form>
      <script>document.forms[0].submit()</script>`;
  }

  private async answerTo(
    request: IncomingMessage,
    url: URL,
    body: string,
  ): Promise<{ status: number; json: unknown }> {
    if (url.pathname === '/jwks') return { status: 200, json: { keys: [this.jwk] } };
    if (url.pathname === '/token') return { status: 200, json: await this.token(new URLSearchParams(body)) };
    const failure = this.failures.shift();
    if (failure) return { status: failure, json: { error: 'as it was told' } };
    const scope = this.tokens.get((request.headers.authorization ?? '').replace('Bearer ', ''));
    const scored = /^(\/lineitems\/[^/]+)\/scores$/.exec(url.pathname);
    if (scored && request.method === 'POST' && scope === SCOPES.score) {
      const item = `${this.issuer}${scored[1]}`;
      this.scores.set(item, [...(this.scores.get(item) ?? []), JSON.parse(body) as SentScore]);
      return { status: 200, json: {} };
    }
    if (url.pathname === '/members' && scope === SCOPES.members)
      return { status: 200, json: this.memberPage() };
    return { status: scope ? 404 : 401, json: { error: 'no such thing for this token' } };
  }

  private memberPage() {
    const members = this.members.map(({ sub, name, email, roles, status = 'Active' }) => ({
      user_id: sub,
      name,
      email,
      status,
      roles: roles.map((role) => `${COURSE_ROLE}${role}`),
    }));
    return { id: `${this.issuer}/members`, context: { id: 'course-1' }, members };
  }

  /** To whoever proves with the tool's key to be the tool. */
  private async token(form: URLSearchParams) {
    if (form.get('client_assertion_type') !== ASSERTION) throw new Error('no assertion');
    const keys = createRemoteJWKSet(new URL(this.toolKeysUrl));
    await jwtVerify(form.get('client_assertion') ?? '', keys, {
      issuer: this.clientId,
      subject: this.clientId,
      audience: `${this.issuer}/token`,
    });
    const access_token = randomUUID();
    const scope = form.get('scope') ?? '';
    this.tokens.set(access_token, scope);
    this.issued.push(access_token);
    return { access_token, token_type: 'Bearer', expires_in: 3600, scope };
  }
}
