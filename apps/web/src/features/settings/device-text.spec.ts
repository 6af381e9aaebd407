import { deviceText } from './device-text';

it('names browser and system', () => {
  expect(
    deviceText(
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
    ),
  ).toBe('Chrome, Linux');
  expect(
    deviceText(
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1',
    ),
  ).toBe('Safari, iPhone');
});

it('answers null when nothing is known', () => {
  expect(deviceText(null)).toBeNull();
  expect(deviceText('curl/8')).toBeNull();
});
