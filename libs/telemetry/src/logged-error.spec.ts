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

it('keeps what is wrong with a query, and none of its values', () => {
  const message =
    '\nInvalid `prisma.user.findMany()` invocation:\n\n{\n  where: {\n    id: "a secret",\n    isOperator: "too"\n                ~~~\n  }\n}\n\nArgument `isOperator`: Invalid value provided.';
  const { message: said, stack } = loggedError(new TypeError(message)) as { message: string; stack: string };
  expect(said).toBe(
    '\nInvalid `prisma.user.findMany()` invocation:\n\nArgument `isOperator`: Invalid value provided.',
  );
  expect(stack).toContain('Argument `isOperator`');
  expect(stack).not.toContain('secret');
});
