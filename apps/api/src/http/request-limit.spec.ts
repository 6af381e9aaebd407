import { RequestLimit } from './request-limit.js';

const NOW = 1_000_000;
const session = (token: string) => ({
  apiKey: null,
  organization: null,
  cookie: `holdout.session_token=${token}`,
});

it('bears so many requests of a session within a minute, and goes on answering others of its address', () => {
  const limit = new RequestLimit(2);
  const ask = (token: string, now = NOW) => limit.take(session(token), '203.0.113.7', now);
  ask('mine');
  ask('mine');
  expect(() => ask('mine')).toThrow('more than 2 requests');
  expect(() => ask('yours')).not.toThrow();
  expect(() => ask('mine', NOW + 60_000)).not.toThrow();
});

it('counts the address too, so that a new session each time is no way around', () => {
  const limit = new RequestLimit(1);
  for (let asked = 0; asked < 20; asked += 1) limit.take(session(`made-up-${asked}`), '203.0.113.7', NOW);
  expect(() => limit.take(session('one-more'), '203.0.113.7', NOW)).toThrow('more than 20 requests');
  expect(() => limit.take(session('elsewhere'), '203.0.113.8', NOW)).not.toThrow();
});
