import { organizationIn } from './organization-cookie';

it('finds the chosen organization among other cookies', () => {
  expect(organizationIn('theme=dark; holdout-organization=north%20field; x=1')).toBe('north field');
});

it('answers null when none was chosen', () => {
  expect(organizationIn('')).toBeNull();
  expect(organizationIn('holdout-organization=')).toBeNull();
});
