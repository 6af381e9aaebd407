import { withKey, type Access } from './api/client.js';
import type { ExitCode } from './output/exit-code.js';
import { Screen, type Sink } from './output/screen.js';
import type { Env } from './settings/paths.js';
import { loadSettings, type Settings } from './settings/settings.js';

/** The world a command runs in; tests bring their own. */
export interface World {
  readonly env: Env;
  readonly cwd: string;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** What a command gives back: the exit code. Errors are thrown, and told in one place. */
export type Command<Options> = (context: CommandContext, options: Options) => Promise<ExitCode>;

export class CommandContext {
  readonly screen: Screen;

  constructor(
    readonly world: World,
    isJson: boolean,
  ) {
    this.screen = new Screen(world.stdout, world.stderr, world.env, isJson);
  }

  settings(): Promise<Settings> {
    return loadSettings(this.world.env);
  }

  /** @throws UsageError when not signed in. */
  async access(): Promise<Access> {
    return withKey(await this.settings());
  }
}
