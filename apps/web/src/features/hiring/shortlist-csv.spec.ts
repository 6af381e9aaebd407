import { createTranslator } from 'next-intl';
import type { ShortlistRowFragment } from '@/generated/graphql';
import messages from '../../../messages/en.json' with { type: 'json' };
import { shortlistCsv } from './shortlist-csv';

const t = createTranslator({ locale: 'en', messages, namespace: 'hiring' });

const row = (name: string, note: string): ShortlistRowFragment => ({
  note,
  createdAt: '2026-03-01T12:00:00.000Z',
  candidate: {
    id: 'c1',
    name,
    headline: '',
    location: 'Berlin',
    isRemote: false,
    issuerName: 'School',
    skills: [],
    results: [{ assignmentSlug: 'risk', assignmentTitle: 'Risk', points: 90, low: 85.25, high: 95 }],
  },
});

it('writes a line for each candidate, with what a spreadsheet can read', () => {
  const csv = shortlistCsv([row('Sam', 'Says "yes", soon')], 'https://holdout.example', t);
  const [head, line] = csv.split('\r\n');
  expect(head).toBe('name,headline,location,issuer,results,note,since,address');
  expect(line).toBe(
    'Sam,,Berlin,School,Risk 90.0 (85.3 to 95.0),"Says ""yes"", soon",2026-03-01,https://holdout.example/candidates/c1',
  );
});

it('hands a spreadsheet no formula', () => {
  const csv = shortlistCsv([row('=1+1', '@here')], '', t);
  expect(csv).toContain(`\r\n'=1+1,`);
  expect(csv).toContain(`,'@here,`);
});
