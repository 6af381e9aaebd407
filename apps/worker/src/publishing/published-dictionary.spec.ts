import { writeTar } from '@holdout/grading';
import { parseCsv } from './csv.js';
import { publishedDictionary } from './published-dictionary.js';

describe('the published data dictionary', () => {
  it('is read with quotes, commas and empty cells', async () => {
    const csv =
      'column,type,unit,description\r\nage,number,years,"Age, in ""years"""\r\nhome,category,,Housing\r\n';
    const bundle = await writeTar(new Map([['data/data_dictionary.csv', Buffer.from(csv)]]));
    expect(await publishedDictionary(bundle)).toEqual([
      { name: 'age', type: 'number', unit: 'years', description: 'Age, in "years"', profile: null },
      { name: 'home', type: 'category', unit: '', description: 'Housing', profile: null },
    ]);
  });

  it('keeps empty cells at either end of a row', () => {
    expect(parseCsv(',a,\n"",b,"c\nd"')).toEqual([
      ['', 'a', ''],
      ['', 'b', 'c\nd'],
    ]);
  });
});
