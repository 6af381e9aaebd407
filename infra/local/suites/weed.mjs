/** SeaweedFS, an S3-compatible store. */
import path from 'node:path';
import { builtOnce, go, moduleFolder } from './go-programs.mjs';

const MODULE = 'github.com/seaweedfs/seaweedfs';
const VERSION = 'v0.0.0-20261109003541-7506e5f91cd6';

/**
 * @returns {Promise<string>} path of the program. It is built if missing, which takes minutes and 3 GB of Go packages
 */
export async function needWeed() {
  const folder = await builtOnce(`weed-${VERSION}`, async (target) => {
    // "go install MODULE@VERSION" refuses modules with replace directives, such as this one, so it is built in the
    // folder that it was downloaded to.
    const source = await moduleFolder(`${MODULE}@${VERSION}`);
    const program = path.join(target, 'weed');
    await go(['build', '-C', source, '-mod=readonly', '-ldflags=-s -w', '-o', program, './weed']);
  });
  return path.join(folder, 'weed');
}
