import { getTranslations } from 'next-intl/server';
import type { ScoreQuery } from '@/generated/graphql';
import { Table } from '@/ui/table';
import { GraphArrows } from './graph-arrows';
import { graphLayout } from './graph-layout';
import styles from './marked-drawing.module.css';

type Drawing = NonNullable<NonNullable<ScoreQuery['run']['score']>['plots'][number]['drawing']>;

const MARKS = ['RIGHT', 'REVERSED', 'EXTRA', 'MISSING', 'LOOSE', 'TOLERATED'] as const;

/** A graded drawing: every part with its mark, in line style and words, and the same as a table. */
export async function MarkedDrawing({ drawing }: { drawing: Drawing }) {
  const t = await getTranslations('markedDrawing');
  const layout = await graphLayout(drawing);
  const label = (key: string) => drawing.nodes.find((node) => node.key === key)?.label ?? key;
  const markOf = (from: string, to: string) =>
    drawing.edges.find((edge) => edge.from === from && edge.to === to)?.mark;
  const places = new Map(layout.nodes.map((place) => [place.key, place]));
  const used = new Set([...drawing.nodes, ...drawing.edges].map(({ mark }) => mark));
  return (
    <figure className={styles.figure} data-testid="marked-drawing">
      <div className={styles.scroll} role="region" aria-label={t('picture')} tabIndex={0}>
        <div className={styles.canvas} style={{ width: layout.width, height: layout.height }} aria-hidden>
          <GraphArrows layout={layout} lookOf={markOf} />
          {drawing.nodes.map(({ key, label: text, mark }) => {
            const place = places.get(key);
            return (
              place && (
                <div
                  key={key}
                  className={styles.node}
                  data-mark={mark}
                  style={{ left: place.x, top: place.y, width: place.width, height: place.height }}
                >
                  {text}
                </div>
              )
            );
          })}
        </div>
      </div>
      <figcaption>
        <ul className={styles.legend}>
          {MARKS.filter((mark) => used.has(mark)).map((mark) => (
            <li key={mark} data-mark={mark}>
              {t(`legend.${mark}`)}
            </li>
          ))}
        </ul>
      </figcaption>
      <details className={styles.data}>
        <summary>{t('asTable')}</summary>
        <Table label={t('asTable')}>
          <thead>
            <tr>
              <th scope="col">{t('part')}</th>
              <th scope="col">{t('verdict')}</th>
            </tr>
          </thead>
          <tbody>
            {drawing.edges.map(({ from, to, mark }) => (
              <tr key={`${from}-${to}`}>
                <th scope="row">{t('arrow', { from: label(from), to: label(to) })}</th>
                <td>{t(`mark.${mark}`)}</td>
              </tr>
            ))}
            {drawing.nodes.map(({ key, label: text, mark }) => (
              <tr key={key}>
                <th scope="row">{text}</th>
                <td>{t(`mark.${mark}`)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </details>
    </figure>
  );
}
