import { containerName, namePart, newToken, parseName } from './container-name.js';

it('a name keeps its token when a warm container takes a job', () => {
  const token = newToken();
  const runId = '0190b6d2-1111-7000-8000-000000000000';

  expect(parseName(`/${containerName(token)}`)).toEqual({ runId: null, token });
  expect(parseName(`/${containerName(token, { runId, phase: 'PREDICT_hidden/1' })}`)).toEqual({
    runId,
    token,
  });
});

it('a name is one the engine takes, whatever the run is called', () => {
  expect(containerName('0a', { runId: 'a_b c/ü', phase: 'é' })).toMatch(/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/);
  expect(namePart('a_b')).toBe('a-b');
});
