import { execFileSync } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';

const ip = (...args: string[]): void => void execFileSync('ip', args);

/**
 * The network between machines: a switch in a network namespace of its own, so that the machine's packet filter has no say in what
 * passes, and this process at one of its ends.
 */
export class Wire {
  private readonly id = randomBytes(3).toString('hex');
  private readonly prefix = `10.213.${randomInt(1, 255)}`;
  private machines = 1;

  constructor() {
    ip('netns', 'add', this.namespace);
    ip('-n', this.namespace, 'link', 'add', 'switch', 'type', 'bridge');
    ip('-n', this.namespace, 'link', 'set', 'switch', 'up');
    ip('link', 'add', this.ownEnd, 'type', 'veth', 'peer', 'name', 'm1', 'netns', this.namespace);
    this.plugIn('m1');
    ip('address', 'add', `${this.ownAddress}/24`, 'dev', this.ownEnd);
    ip('link', 'set', this.ownEnd, 'up');
  }

  /** Gives a network namespace an end. Answers its address. */
  connect(namespace: string): string {
    const number = ++this.machines;
    const [plug, address] = [`m${number}`, `${this.prefix}.${number}`];
    ip('-n', namespace, 'link', 'add', 'wire', 'type', 'veth', 'peer', 'name', plug, 'netns', this.namespace);
    ip('-n', namespace, 'address', 'add', `${address}/24`, 'dev', 'wire');
    for (const name of ['lo', 'wire']) ip('-n', namespace, 'link', 'set', name, 'up');
    this.plugIn(plug);
    return address;
  }

  /** Nothing comes through to that machine any more, and nobody is told. */
  cut(address: string): void {
    ip('-n', this.namespace, 'link', 'set', `m${address.split('.').at(-1)}`, 'down');
  }

  remove(): void {
    ip('netns', 'delete', this.namespace);
  }

  private plugIn(plug: string): void {
    ip('-n', this.namespace, 'link', 'set', plug, 'master', 'switch');
    ip('-n', this.namespace, 'link', 'set', plug, 'up');
  }

  /** Of this process, as those at the other ends see it. */
  get ownAddress(): string {
    return `${this.prefix}.1`;
  }

  private get namespace(): string {
    return `holdout-wire-${this.id}`;
  }

  private get ownEnd(): string {
    return `ho-${this.id}`;
  }
}
