import { didWebAddress, didWebOf } from './did-web.js';

describe('an issuer by did:web', () => {
  it.each([
    ['did:web:school.example', 'https://school.example/.well-known/did.json'],
    ['did:web:school.example:issuers:demo', 'https://school.example/issuers/demo/did.json'],
    ['did:web:school.example%3A8443:issuers:demo', 'https://school.example:8443/issuers/demo/did.json'],
    ['did:web:localhost%3A3000:issuers:demo', 'http://localhost:3000/issuers/demo/did.json'],
  ])('%s is looked up at %s', (did, address) => {
    expect(didWebAddress(did)).toBe(address);
  });

  it.each([
    'did:key:z6Mk',
    'did:web:',
    'did:web',
    'https://school.example',
    'did:web:user@school.example',
    'did:web:school.example:..%2F..:x',
    'did:web:school.example:a b',
    'did:web:school.example%2Fevil',
    'did:web:%zz',
  ])('%s is not looked up', (did) => {
    expect(didWebAddress(did)).toBeNull();
  });

  it('is named after the address that it publishes under', () => {
    const did = didWebOf('http://localhost:3000', 'issuers', 'demo');
    expect(did).toBe('did:web:localhost%3A3000:issuers:demo');
    expect(didWebAddress(did)).toBe('http://localhost:3000/issuers/demo/did.json');
  });
});
