import { rosterRows } from './roster-rows.js';

it('reads addresses, roles and cohorts, with a student where no role is given', () => {
  const { rows } = rosterRows(
    '\uFEFFEmail;Cohort;Role\nAnn@Example.org;autumn;\n\nbo@example.org;;teaching assistant\n',
  );
  expect(rows).toEqual([
    { line: 2, email: 'ann@example.org', role: 'STUDENT', cohort: 'autumn', problem: null },
    { line: 4, email: 'bo@example.org', role: 'TEACHING_ASSISTANT', cohort: '', problem: null },
  ]);
});

it.each([
  ['nobody', 'This is not an email address.'],
  ['ann@example.org,KING', 'There is no role "KING". Use one of'],
  ['=1+1@example.org,STUDENT', ''],
])('says what is wrong with %s', (line, problem) => {
  const [row] = rosterRows(`email,role\n${line}`).rows;
  expect(row?.problem ?? '').toContain(problem);
});

it('takes a person once', () => {
  const { rows } = rosterRows('email\nann@example.org\nANN@example.org');
  expect(rows.map(({ problem }) => problem)).toEqual([null, 'This repeats a row above.']);
});

it('refuses what is no roster', () => {
  expect(() => rosterRows('name\nAnn')).toThrow(/name the columns: email, role, cohort/);
  for (const nobody of ['', '\n\n', 'email,role\n'])
    expect(() => rosterRows(nobody)).toThrow(/lists nobody. Its first line names the columns/);
  expect(() => rosterRows('email\n"ann')).toThrow(/cannot be read as CSV/);
  expect(() => rosterRows('email,cohort,Cohort\nann@example.org,a,b')).toThrow(
    /Two columns are called "cohort"/,
  );
  const latin1 = new TextDecoder().decode(Buffer.from('email,cohort\nann@example.org,Frühling', 'latin1'));
  expect(() => rosterRows(latin1)).toThrow(/not UTF-8/);
  expect(() => rosterRows(`email\n${'ann@example.org\n'.repeat(10_001)}`)).toThrow(/10001 rows/);
});

it('names columns that it does not read, such as one that is misspelt', () => {
  expect(rosterRows('Name;Email;Cohorts;\nAnn;ann@example.org;autumn;').ignored).toEqual(['Name', 'Cohorts']);
});
