/** Licences that are compatible with ours (Apache-2.0), by their SPDX names. */

/** Those that ask for a notice at most. */
const PERMISSIVE = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Unlicense',
  'Zlib',
]);

/**
 * Packages that were checked by hand: under another licence, or without one in their manifest.
 * @type {[RegExp, string][]}
 */
const LOOKED_AT = [
  [/^@fontsource(-variable)?\//, 'fonts under OFL-1.1, served unchanged'],
  [/^caniuse-lite$/, 'data under CC-BY-4.0, which names its source'],
  [/^elkjs$/, 'EPL-2.0, used unchanged: its source is the package itself'],
  [/^@img\/sharp-/, 'libvips under LGPL-3.0-or-later, a library of its own that may be replaced'],
  [
    /^@digitalbazaar\/credentials-context$/,
    'BSD-3-Clause, and the W3C Software and Document License: LICENSE.md',
  ],
  [/^(ssh2|cpu-features|buildcheck)$/, 'MIT, in the form of old manifests: LICENSE'],
  [/^combine-errors$/, 'MIT: its readme'],
];

/**
 * @param {string} name @param {string | undefined} license as the manifest has it
 */
export function isPermitted(name, license) {
  if (LOOKED_AT.some(([pattern]) => pattern.test(name))) return true;
  return license !== undefined && isPermissive(license.replaceAll(/[()]/g, ' '));
}

/**
 * Understands a choice of licences, or several at once. None of our packages nests the two; an expression that does
 * is not understood, and so not permitted.
 * @param {string} expression
 */
function isPermissive(expression) {
  const choices = expression.split(/ or /i);
  const together = expression.split(/ and /i);
  if (choices.length > 1 && together.length > 1) return false;
  const known = (/** @type {string} */ each) => PERMISSIVE.has(each.trim());
  return choices.length > 1 ? choices.some(known) : together.every(known);
}
