import { addressIn } from './brought';

describe('what is pasted', () => {
  it('is an address, also inside a link to a verifying page, or a document', () => {
    expect(addressIn('https://school.example/issuers/demo/credentials/1')).toBe(
      'https://school.example/issuers/demo/credentials/1',
    );
    const link = `https://school.example/verify?url=${encodeURIComponent('https://other.example/c/1')}`;
    expect(addressIn(link)).toBe('https://other.example/c/1');
    expect(addressIn('{"id": "https://school.example"}')).toBeNull();
    expect(addressIn('javascript:alert(1)')).toBeNull();
  });
});
