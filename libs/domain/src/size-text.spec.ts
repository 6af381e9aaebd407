import { sizeText } from './size-text.js';

it.each([
  [0, '0 bytes'],
  [812, '812 bytes'],
  [48_213, '47.1 KiB'],
  [65_536, '64 KiB'],
  [1_572_864, '1.5 MiB'],
  [20_971_520, '20 MiB'],
  [130_023_424, '124 MiB'],
  [1_610_612_736, '1.5 GiB'],
])('tells %d bytes as %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});
