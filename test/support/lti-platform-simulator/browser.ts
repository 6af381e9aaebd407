import type { LtiPlatformSimulator, SimulatedPerson, TokenFaults } from './simulator.js';

/** A browser as far as a launch needs one: it keeps cookies, and follows what it is told step by step. */
export class LaunchingBrowser {
  private readonly jar = new Map<string, string>();

  /** @param signedIn cookies of a session that it has already */
  constructor(
    private readonly toolUrl: string,
    private readonly slug: string,
    signedIn = '',
  ) {
    for (const cookie of signedIn.split('; ').filter(Boolean)) this.keep(cookie);
  }

  get cookie(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** The whole way of a launch. Answers the path that it ends at. */
  async launch(
    platform: LtiPlatformSimulator,
    person: SimulatedPerson,
    message: Record<string, unknown>,
    faults?: TokenFaults,
  ): Promise<string> {
    const { state, nonce } = await this.begin(platform);
    const idToken = await platform.idToken(person, nonce, message, faults);
    return this.goOn(await this.post(state, idToken));
  }

  /** The platform sends the browser here, and is asked who it is. */
  async begin(platform: LtiPlatformSimulator): Promise<{ state: string; nonce: string; url: URL }> {
    const url = new URL(await this.step(platform.opening(`/lti/${this.slug}/login`)), this.toolUrl);
    const of = (name: string) => url.searchParams.get(name) ?? '';
    return { state: of('state'), nonce: of('nonce'), url };
  }

  /** The platform has the browser post its answer: from another site, so without cookies. Answers where that leads. */
  post(state: string, idToken: string): Promise<string> {
    const body = new URLSearchParams({ state, id_token: idToken });
    return this.step(`/lti/${this.slug}/launch`, { method: 'POST', body, headers: {} });
  }

  /** Follows to the end of the launch; what follows are pages. */
  async goOn(path: string): Promise<string> {
    return path.startsWith('/lti/') ? this.step(path) : path;
  }

  private async step(
    path: string,
    init: RequestInit = { headers: { cookie: this.cookie } },
  ): Promise<string> {
    const response = await fetch(new URL(path, this.toolUrl), { redirect: 'manual', ...init });
    response.headers.getSetCookie().forEach((cookie) => this.keep(cookie));
    const location = response.headers.get('location');
    if (!location) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return location;
  }

  private keep(cookie: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    this.jar.set(name, value);
  }
}
