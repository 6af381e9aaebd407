import { shownProblem } from './letter-problem.js';

it.each([
  ["Can't send mail - all recipients were rejected: 550 5.1.1 No such mailbox", '550 5.1.1 No such mailbox'],
  ['Message failed: 451 4.7.1 Try again later', '451 4.7.1 Try again later'],
  ['It is too old to be worth sending.', 'It is too old to be worth sending.'],
  ['connect ECONNREFUSED 10.0.0.7:25', 'The mail server could not be reached.'],
  ['Invalid login: 535 5.7.8 Authentication failed', 'The mail server could not be reached.'],
  ['There is no mail server: set SMTP_URL.', 'The mail server could not be reached.'],
  [null, null],
])('of %j tells an admin %j', (reason, shown) => {
  expect(shownProblem(reason)).toBe(shown);
});
