import { failedRequestLine } from './failed-request';

it('tells in one line which request failed, and nothing that lets somebody in', () => {
  const error = Object.assign(new Error('The api could not answer.\nToken: secret'), { digest: 'INTERNAL' });
  const headers = { 'x-correlation-id': '0193a000-0000-4000-8000-000000000001', cookie: 'session=secret' };
  const line = failedRequestLine(error, { method: 'GET', headers }, '/invitation/[token]');
  expect(JSON.parse(line)).toMatchObject({
    correlationId: headers['x-correlation-id'],
    route: '/invitation/[token]',
    digest: 'INTERNAL',
  });
  expect(line).not.toMatch(/secret|\n/);
});
