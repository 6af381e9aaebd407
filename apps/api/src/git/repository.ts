import { BadUserInputError } from '@holdout/domain';

export interface Repository {
  url: URL;
  /** Its last path segment, without `.git`. */
  name: string;
}

const MAX_URL_CHARACTERS = 500;

/**
 * The repository behind an address: https to a host name, on its usual port, without a password. http is accepted only for
 * the host that a test names as its own.
 * @throws BadUserInputError
 */
export function repositoryOf(address: string): Repository {
  const refuse = (message: string) => new BadUserInputError(message, { field: 'url' });
  if (address.length > MAX_URL_CHARACTERS || !URL.canParse(address)) {
    throw refuse('This is not the address of a repository. Give it like https://example.org/me/project.git.');
  }
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw refuse(`Repositories are fetched over https, not ${url.protocol}//. Give its https address.`);
  if (url.username || url.password)
    throw refuse('Leave the name and password out of the address. Only public repositories are fetched.');
  if (url.search || url.hash) throw refuse('Leave out what follows ? or # in the address.');
  url.pathname = url.pathname.replace(/\/+$/, '');
  const name =
    url.pathname
      .split('/')
      .at(-1)
      ?.replace(/\.git$/, '') ?? '';
  if (!/^[\w.-]{1,100}$/.test(name)) throw refuse('The address names no repository. Give the path to it.');
  return { url, name };
}

/** @throws BadUserInputError */
export function checkedCommit(commit: string): string {
  const sha = commit.trim().toLowerCase();
  if (!/^[0-9a-f]{40}$/.test(sha)) {
    throw new BadUserInputError(
      'Name the commit by all 40 digits, as `git rev-parse HEAD` prints it. Branches and tags move.',
      { field: 'commit' },
    );
  }
  return sha;
}
