import { recipientsOf, toggled } from './recipients';

const student = (studentId: string) => ({ studentId, name: studentId });
const nothing = { extensions: [], lateDays: null };
const groups = [
  { id: 'evening', name: 'Evening', students: [student('a'), student('b')], ...nothing },
  { id: 'morning', name: 'Morning', students: [student('c')], ...nothing },
];

it('counts each student once, whether chosen or of a chosen group', () => {
  expect(recipientsOf(['a', 'd'], ['evening'], groups)).toEqual({
    studentIds: ['a', 'd'],
    groupIds: ['evening'],
    count: 3,
    isNobody: false,
  });
});

it('forgets a group that is gone', () => {
  expect(recipientsOf([], ['gone'], groups)).toEqual({
    studentIds: [],
    groupIds: [],
    count: 0,
    isNobody: true,
  });
});

it('chooses, and takes back what was chosen', () => {
  expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
  expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
});

it('takes a group in which nobody is yet', () => {
  const empty = [{ id: 'later', name: 'Later', students: [], ...nothing }];
  expect(recipientsOf([], ['later'], empty)).toMatchObject({ count: 0, isNobody: false });
});
