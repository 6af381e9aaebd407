import { boxKeys, openBox, readBoxKey, SealedBoxError, sealFor } from './sealed-box.js';

describe('a sealed box', () => {
  const content = Buffer.from('hidden rows');
  const { publicKey, privateKey } = boxKeys();

  it('is opened by who holds the private key', () => {
    const { sealed, senderKey } = sealFor(publicKey, content);
    expect(sealed.includes(content)).toBe(false);
    expect(openBox(privateKey, senderKey, sealed)).toEqual(content);
  });

  it('is opened by nobody else, and not when a byte was changed', () => {
    const { sealed, senderKey } = sealFor(publicKey, content);
    expect(() => openBox(boxKeys().privateKey, senderKey, sealed)).toThrow(SealedBoxError);
    sealed[0] = (sealed[0] ?? 0) ^ 1;
    expect(() => openBox(privateKey, senderKey, sealed)).toThrow(SealedBoxError);
  });

  it('refuses a key that is not a valid public key', () => {
    expect(readBoxKey('bm8ga2V5')).toBeNull();
    expect(() => sealFor('', content)).toThrow(SealedBoxError);
  });
});
