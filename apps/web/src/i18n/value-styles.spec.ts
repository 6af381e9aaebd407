import { readFileSync } from 'node:fs';

const messages = readFileSync(new URL('../../messages/en.json', import.meta.url), 'utf8');

// The formatter knows no style by name: of `percent` it makes 0.9, of `medium` 11/27/2026, and says nothing.
it('messages say with a skeleton how a number or a date looks', () => {
  expect(messages.match(/\{\w+, (?:number|date|time), (?!::)[^}]*\}/g)).toBeNull();
  expect(messages).toContain('{factor, number, ::percent}');
});
