import { getTranslations } from 'next-intl/server';
import { ImageResponse } from 'next/og';
import { readPublished } from '@/features/portfolio/read-published';

export const size = { width: 1200, height: 630 };
export const contentType = 'image/png';

const INK = '#161c1b';
const QUIET = '#4d5957';
const ACCENT = '#0d6763';
const MOST_RESULTS = 3;

/** What a link to the portfolio looks like elsewhere: the name, the headline, and the first numbers with their intervals. */
export default async function Image({ params }: { params: Promise<{ slug: string }> }) {
  const [portfolio, points, app] = await Promise.all([
    readPublished((await params).slug),
    getTranslations('points'),
    getTranslations('app'),
  ]);
  const column = { display: 'flex', flexDirection: 'column' } as const;
  return new ImageResponse(
    <div
      style={{
        ...column,
        width: '100%',
        height: '100%',
        padding: 72,
        background: '#ffffff',
        color: INK,
        justifyContent: 'space-between',
        borderLeft: `16px solid ${ACCENT}`,
      }}
    >
      <div style={column}>
        <div style={{ fontSize: 68 }}>{portfolio.name}</div>
        <div style={{ fontSize: 34, color: QUIET, marginTop: 12 }}>{portfolio.headline}</div>
      </div>
      <div style={column}>
        {portfolio.results.slice(0, MOST_RESULTS).map(({ id, assignmentTitle, points: value, low, high }) => (
          <div
            key={id}
            style={{ display: 'flex', justifyContent: 'space-between', fontSize: 34, marginTop: 14 }}
          >
            <span>{assignmentTitle}</span>
            <span>{points('withInterval', { value, low, high })}</span>
          </div>
        ))}
      </div>
      <div style={{ display: 'flex', justifyContent: 'space-between', fontSize: 28, color: QUIET }}>
        <span>{portfolio.issuerName}</span>
        <span>{app('name')}</span>
      </div>
    </div>,
    { ...size, headers: { 'cache-control': 'no-store' } },
  );
}
