import { figureIdsIn, figureTypeOf, withFolderFigures } from './figures.js';

it.each([
  ['image/png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['image/jpeg', Buffer.from('ffd8ffe000104a464946', 'hex')],
  ['image/webp', Buffer.from('RIFF\u0004\u0000\u0000\u0000WEBPVP8 ', 'latin1')],
])('knows %s by its first bytes', (type, content) => {
  expect(figureTypeOf(content)).toBe(type);
});

it.each([
  '',
  '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
  'RIFF____WAVE',
  'GIF89a',
  '%PDF-1.7',
])('takes nothing else: %p', (content) => {
  expect(figureTypeOf(Buffer.from(content))).toBeNull();
});

describe('a text in a folder', () => {
  const [id, digest] = ['01a21d2f-8dcf-7eb0-b51f-442115feffd5', 'ab'.repeat(32)];
  const text = `# Loans\n\n![Who pays](/files/figures/${id})\n\n![Again](/files/figures/${id} "Twice")\n`;

  it('shows its figures from files beside it, each named by what it is', () => {
    expect(figureIdsIn(text)).toEqual([id]);
    expect(withFolderFigures(text, [{ id, digest, mediaType: 'image/png' }], '../')).toEqual({
      text: '# Loans\n\n![Who pays](../figures/abababababababab.png)\n\n![Again](../figures/abababababababab.png "Twice")\n',
      files: [{ name: 'figures/abababababababab.png', digest }],
    });
  });
});
