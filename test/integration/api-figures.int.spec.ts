import { FIGURE_LIMITS } from '@holdout/domain';
import { ApiLab, DEMO } from '../support/api-lab.js';

/** One red pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
const SCRIPT = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

let lab: ApiLab;
let cookies: Record<'instructor' | 'student' | 'foreign', string>;

beforeAll(async () => {
  lab = await ApiLab.start();
  cookies = await lab.signInAll({
    instructor: 'instructor@demo.holdout',
    student: 'student@demo.holdout',
    foreign: 'instructor@other.holdout',
  });
});
afterAll(() => lab?.stop());

const put = (body: Buffer | string, headers: Record<string, string> = {}) =>
  fetch(`${lab.url}/files/figures`, {
    method: 'POST',
    headers: { cookie: cookies.instructor, 'content-type': 'image/png', ...headers },
    body: new Uint8Array(Buffer.from(body)),
  });
const get = (id: string, cookie: string) => fetch(`${lab.url}/files/figures/${id}`, { headers: { cookie } });
const refusal = async (response: Response) => [response.status, await response.text()];
async function kept(): Promise<string> {
  const response = await put(PNG);
  expect(response.status).toBe(201);
  return ((await response.json()) as { id: string }).id;
}

it('is kept once, and sent to those of the organization as the picture it is', async () => {
  const id = await kept();
  expect(await kept()).toBe(id);
  expect(await lab.sql('SELECT media_type, bytes FROM figures WHERE organization_id = $1', [DEMO])).toEqual([
    { media_type: 'image/png', bytes: PNG.length },
  ]);
  const answer = await get(id, cookies.student);
  expect(Buffer.from(await answer.arrayBuffer()).equals(PNG)).toBe(true);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining("default-src 'none'") as string,
    'cross-origin-resource-policy': 'same-origin',
  });
  expect((await get(id, cookies.foreign)).status).toBe(404);
  expect((await get(id, '')).status).toBe(401);
});

it('is nothing else under the name of a picture', async () => {
  expect(await refusal(await put(SCRIPT))).toEqual([
    400,
    expect.stringContaining('This is not a PNG, JPEG or WebP file.'),
  ]);
  for (const type of ['image/svg+xml', 'text/html', 'application/octet-stream'])
    expect((await put(SCRIPT, { 'content-type': type })).status).toBeGreaterThanOrEqual(400);
  // What calls itself another picture is what its bytes say.
  const { id } = (await (await put(PNG, { 'content-type': 'image/webp' })).json()) as { id: string };
  expect((await get(id, cookies.student)).headers.get('content-type')).toBe('image/png');
});

it('has limits, and comes from own pages and from who teaches alone', async () => {
  const large = Buffer.concat([PNG, Buffer.alloc(FIGURE_LIMITS.bytes)]);
  const [status, text] = await refusal(await put(large));
  expect(status).toBe(400);
  expect(JSON.parse(String(text))).toMatchObject({
    error: { message: 'A figure has 2 MiB at most. Make it smaller.', field: 'figure', limit: FIGURE_LIMITS.bytes }, // prettier-ignore
  });
  expect((await put(Buffer.concat([large, large]))).status).toBe(413);
  expect((await put(PNG, { origin: 'https://elsewhere.example' })).status).toBe(403);
  expect((await put(PNG, { cookie: cookies.student })).status).toBe(403);
});
