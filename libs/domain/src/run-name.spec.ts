import { shortRunId } from './run-name.js';

it('tells runs of the same moment apart', () => {
  const ids = ['01a22001-dd63-7b8e-a07f-a6995c57b9e1', '01a22001-dd86-78e4-b4f4-9194363a0cf1'];
  expect(ids.map(shortRunId)).toEqual(['5c57b9e1', '363a0cf1']);
});
