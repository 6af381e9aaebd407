import { figureTypeOf } from './figure-type.js';

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
