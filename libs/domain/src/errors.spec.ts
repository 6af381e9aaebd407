import { AlreadyMemberError } from './errors.js';

it('says what a member is already, and what to do instead of inviting them', () => {
  const said = (...told: ConstructorParameters<typeof AlreadyMemberError>) => new AlreadyMemberError(...told);
  expect(said('a@school.org', ['STUDENT'], 'STUDENT')).toMatchObject({
    code: 'CONFLICT',
    details: { field: 'email' },
    message: 'a@school.org is already a member (student). Put them into their cohort without an invitation.',
  });
  expect(said('a@school.org', ['ADMIN'], 'ADMIN').message).toMatch(/\(admin\)\. They need no invitation\.$/);
  expect(said('a@school.org', ['TEACHING_ASSISTANT', 'INSTRUCTOR'], 'STUDENT').message).toMatch(
    /\(teaching assistant, instructor\)\. Give them the role student in the list of members/,
  );
});
