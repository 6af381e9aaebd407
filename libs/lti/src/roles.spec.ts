import { launchRole } from './roles.js';

const COURSE = 'http://purl.imsglobal.org/vocab/lis/v2/membership';

it.each([
  [[`${COURSE}#Learner`], 'STUDENT'],
  [[`${COURSE}#Instructor`], 'INSTRUCTOR'],
  [[`${COURSE}/Instructor#TeachingAssistant`], 'TEACHING_ASSISTANT'],
  [[`${COURSE}#Learner`, `${COURSE}#Instructor`], 'INSTRUCTOR'],
  [['Learner'], 'STUDENT'],
  [[`${COURSE}#Mentor`], null],
  [[`${COURSE}#Administrator`], null],
  [['http://purl.imsglobal.org/vocab/lis/v2/institution/person#Instructor'], null],
  [['http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator'], null],
  [[], null],
])('takes %j for %s', (roles, role) => {
  expect(launchRole(roles, 'INSTRUCTOR')).toBe(role);
});

it('gives no more than an organization allows', () => {
  expect(launchRole([`${COURSE}#Instructor`], 'TEACHING_ASSISTANT')).toBe('TEACHING_ASSISTANT');
  expect(launchRole([`${COURSE}#Instructor`], 'STUDENT')).toBe('STUDENT');
  expect(launchRole([`${COURSE}#Learner`], 'INSTRUCTOR')).toBe('STUDENT');
});
