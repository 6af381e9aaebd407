import { csvOf } from './csv';

it('quotes what needs it, and leaves a cell empty where nothing is known', () => {
  expect(csvOf([['a,b', 'say "x"', null, -1.5, 'two\nlines']])).toBe(
    '"a,b","say ""x""",,-1.5,"two\nlines"\r\n',
  );
});

it('hands a spreadsheet no formula', () => {
  expect(csvOf([['=1+1', '+1', '-1', '@here', '\t=1']])).toBe("'=1+1,'+1,'-1,'@here,'\t=1\r\n");
});
