import { recipientsOf, toggled } from './recipients';

const student = (studentId: string) => ({ studentId, name: studentId });
const groups = [
  { id: 'evening', name: 'Evening', students: [student('a'), student('b')] },
  { id: 'morning', name: 'Morning', students: [student('c')] },
];

it('counts each student once, whether chosen or of a chosen group', () => {
  expect(recipientsOf(['a', 'd'], ['evening'], groups)).toEqual({
    studentIds: ['a', 'd'],
    groupIds: ['evening'],
    count: 3,
  });
});

it('forgets a group that is gone', () => {
  expect(recipientsOf([], ['gone'], groups)).toEqual({ studentIds: [], groupIds: [], count: 0 });
});

it('chooses, and takes back what was chosen', () => {
  expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
  expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
});
