import { answerMessage } from './answer-message';

it.each([
  [
    '{"error":{"code":"CONFLICT","message":"All attempts are used.","correlationId":"x"}}',
    'All attempts are used.',
  ],
  ['Upload-Offset header required\n', 'Upload-Offset header required'],
  ['<html><body>Bad gateway</body></html>', ''],
  ['x'.repeat(401), ''],
])('finds what a person can read in %j', (body, message) => {
  expect(answerMessage(body)).toBe(message);
});
