/**
 * Checks that the grading images have all updates that Debian has published, by asking apt in a container of each.
 * That includes point releases of the stable version, which bring less urgent fixes than those that the security team
 * publishes on its own.
 */
import { ensureImages, findImages, GPU_IMAGES, LATER_IMAGES } from '../../images.mjs';
import { runContainer } from '../container.mjs';
import { NotAuditedError } from './findings.mjs';

/**
 * A package that every image has. The script makes it look old: if apt then offers no newer one, it would never offer
 * any.
 */
const KNOWN = 'libc-bin';
const MINUTES = 5;
const SCRIPT = `
updates() { apt-get -s dist-upgrade | sed -n "s/^Inst /$1 /p"; }
age() { sed -i "/^Package: $1$/,/^$/s/^Version: .*/Version: 0.1/" /var/lib/dpkg/status; }
apt-get -qq -o Acquire::Languages=none -o Acquire::Retries=3 -o APT::Update::Error-Mode=any update || exit 75
apt-get indextargets --format 'suite $(CODENAME)' 'Created-By: Packages'
[ -z "$AGED" ] || age "$AGED"
updates missing
age ${KNOWN}
updates known
`;

/**
 * Images that are here and up to date with their files; the scorer holds the packages of `light`.
 * @param {string} dockerHost
 * @returns {Promise<Record<string, string>>} ids by name
 */
export async function gradingImages(dockerHost) {
  const { light } = await ensureImages({ dockerHost });
  return {
    light,
    ...(await findImages({ dockerHost, light, names: ['checks', ...LATER_IMAGES, ...GPU_IMAGES] })),
  };
}

/**
 * @param {{ dockerHost: string, image: string, aged?: string }} options aged: a package that is made to look old, for tests
 * @returns {Promise<string[]>} what is missing, as apt names it
 * @throws {NotAuditedError} when apt cannot tell
 */
export async function missingUpdates({ dockerHost, image, aged = '' }) {
  const { output, code } = await runContainer({
    dockerHost,
    settings: {
      Image: image,
      User: '0:0',
      Entrypoint: ['sh', '-c', SCRIPT],
      Cmd: [],
      Env: [`AGED=${aged}`],
      Labels: { 'dev.holdout.test': 'updates' },
    },
    minutes: MINUTES,
  });
  const lines = output.split('\n');
  const startingWith = (/** @type {string} */ word) =>
    lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
  if (code !== 0) throw new NotAuditedError(`apt could not fetch its lists: ${lines.slice(-3).join(' ')}`);
  if (!startingWith('suite').some((suite) => suite.endsWith('-security')))
    throw new Error("The image takes no updates from Debian's security team: its sources name none.");
  if (!startingWith('known').some((update) => update.startsWith(`${KNOWN} `)))
    throw new NotAuditedError(`apt offers no newer ${KNOWN}, whatever is installed`);
  return startingWith('missing');
}
