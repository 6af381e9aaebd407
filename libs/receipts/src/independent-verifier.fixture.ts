import { createHash, createPublicKey, verify } from 'node:crypto';
import { bundledContext } from '@holdout/verification';
import type { Quad } from '@rdfjs/types';
import { JsonLdParser } from 'jsonld-streaming-parser';
import { RDFC10 } from 'rdfjs-c14n';

/**
 * Checks an `eddsa-rdfc-2022` proof with nothing that made it: another JSON-LD processor, another canonicalization, and
 * Node's own Ed25519. Written after the specification, for tests.
 */
export async function isProofGood(
  credential: Record<string, unknown>,
  publicKeyMultibase: string,
): Promise<boolean> {
  const { proof, ...document } = credential;
  const { proofValue, ...options } = proof as Record<string, unknown>;
  const config = { '@context': document['@context'], ...options };
  const bytes = Buffer.concat([await digestOf(config), await digestOf(document)]);
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: rawKey(publicKeyMultibase).toString('base64url') },
    format: 'jwk',
  });
  return verify(null, bytes, key, fromBase58(String(proofValue).slice(1)));
}

async function digestOf(json: object): Promise<Buffer> {
  const canonical = await new RDFC10().canonicalize(await quadsOf(json));
  return createHash('sha256').update(canonical).digest();
}

async function quadsOf(json: object): Promise<Quad[]> {
  const parser = new JsonLdParser({
    documentLoader: {
      load: (url: string) => {
        const context = bundledContext(url);
        return context ? Promise.resolve(context as never) : Promise.reject(new Error(`not bundled: ${url}`));
      },
    },
  });
  const quads: Quad[] = [];
  parser.on('data', (quad: Quad) => quads.push(quad));
  const ended = new Promise((resolve, reject) => parser.on('end', resolve).on('error', reject));
  parser.end(JSON.stringify(json));
  await ended;
  return quads;
}

/** A Multikey without its two bytes that say Ed25519. */
function rawKey(multibase: string): Buffer {
  const bytes = fromBase58(multibase.slice(1));
  if (bytes[0] !== 0xed || bytes[1] !== 0x01) throw new Error('This is no Ed25519 key.');
  return bytes.subarray(2);
}

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

function fromBase58(text: string): Buffer {
  const number = [...text].reduce((sum, character) => sum * 58n + BigInt(ALPHABET.indexOf(character)), 0n);
  const hex = number.toString(16);
  const leading = /^1*/.exec(text)?.[0].length ?? 0;
  return Buffer.concat([Buffer.alloc(leading), Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex')]);
}
