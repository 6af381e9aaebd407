import { remarkCallouts } from './callouts';

const quote = (value: string) => ({
  type: 'blockquote',
  children: [{ type: 'paragraph', children: [{ type: 'text', value }] }],
});
const after = (value: string) => {
  const tree = { type: 'root', children: [quote(value)] };
  remarkCallouts()(tree);
  return tree.children[0];
};

it('makes a quotation with a known opening a callout, and takes the opening away', () => {
  expect(after('[!TRY]\nRun it.')).toMatchObject({
    data: { hProperties: { 'data-callout': 'TRY' } },
    children: [{ children: [{ value: 'Run it.' }] }],
  });
});

it.each(['Run it.', '[!SHOUT] Run it.', 'See [!NOTE]'])('leaves the quotation %j alone', (text) => {
  expect(after(text)).toEqual(quote(text));
});
