import { loggedError } from './logged-error.js';

it('keeps what an error says and where it came from, and nothing that a library hung on it', () => {
  const error = Object.assign(new Error('refused', { cause: new Error('why') }), {
    code: 'WRONGPASS',
    command: { name: 'hello', args: ['3', 'AUTH', 'default', 'a password'] },
    detail: 'Key (token)=(a secret) already exists.',
  });
  expect(loggedError(error)).toEqual({
    name: 'Error',
    message: 'refused',
    stack: error.stack,
    code: 'WRONGPASS',
  });
  const several = { type: 'AggregateError', message: 'two', aggregateErrors: [error, 'as text'] };
  expect(loggedError(several)).toEqual({
    type: 'AggregateError',
    message: 'two',
    aggregateErrors: [loggedError(error), 'as text'],
  });
  expect([loggedError('as text'), loggedError(undefined)]).toEqual(['as text', undefined]);
});
