/**
 * The first thing both commands do. Nothing else is imported before it, and it uses only old JavaScript, so that even a very
 * old Node can report what is wrong.
 */

/** Debian 12's own package; everything but the first steps runs under the Node 24 that npm installs. */
const MINIMUM_NODE = 18;

/** @returns {boolean} false, said with what to do, when this Node is too old, or not on Linux without a Node 24 of its own */
export function isNodeRecent() {
  const needed = process.platform === 'linux' ? MINIMUM_NODE : 24; // Node 24 comes from npm only for Linux
  if (Number(process.versions.node.split('.')[0]) >= needed) return true;
  process.stderr.write(
    'This is Node ' +
      process.versions.node +
      '. Holdout needs Node ' +
      needed +
      ' or newer: install it from https://nodejs.org and start again.\n',
  );
  process.exitCode = 1;
  return false;
}
