'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Diagram } from './diagram.types';
import { GraphArrows } from './graph-arrows';
import type { GraphLayout } from './graph-layout';
import styles from './graph-picture.module.css';

/** The picture: choose a part, by mouse or keyboard, to see what it means and what it is joined to. */
export function GraphPicture({
  diagram,
  layout,
}: {
  diagram: Pick<Diagram, 'nodes' | 'edges'>;
  layout: GraphLayout;
}) {
  const t = useTranslations('diagram');
  const [chosen, choose] = useState<string | null>(null);
  const places = new Map(layout.nodes.map((place) => [place.key, place]));
  const isNear = (key: string) =>
    diagram.edges.some(({ from, to }) => (from === chosen && to === key) || (to === chosen && from === key));
  return (
    <div className={styles.picture}>
      <div className={styles.scroll} role="region" aria-label={t('picture')} tabIndex={0}>
        <div className={styles.canvas} style={{ width: layout.width, height: layout.height }}>
          <GraphArrows
            layout={layout}
            lookOf={(from, to) =>
              chosen === null ? undefined : from === chosen || to === chosen ? 'strong' : 'faint'
            }
          />
          {diagram.nodes.map(({ key, label }) => {
            const place = places.get(key);
            return (
              place && (
                <button
                  key={key}
                  type="button"
                  className={styles.node}
                  style={{ left: place.x, top: place.y, width: place.width, height: place.height }}
                  aria-pressed={chosen === key}
                  aria-controls="part"
                  data-near={isNear(key)}
                  onClick={() => choose(chosen === key ? null : key)}
                >
                  {label}
                </button>
              )
            );
          })}
        </div>
      </div>
      <div id="part" className={styles.part} aria-live="polite">
        {chosen === null ? (
          <p className={styles.hint}>{t('choose')}</p>
        ) : (
          <Part diagram={diagram} chosen={chosen} />
        )}
      </div>
    </div>
  );
}

function Part({ diagram, chosen }: { diagram: Pick<Diagram, 'nodes' | 'edges'>; chosen: string }) {
  const t = useTranslations('diagram');
  const node = diagram.nodes.find(({ key }) => key === chosen);
  const label = (key: string) => diagram.nodes.find((each) => each.key === key)?.label ?? key;
  const lines = (side: 'from' | 'to', other: 'from' | 'to') =>
    diagram.edges
      .filter((edge) => edge[side] === chosen)
      .map((edge) => ({ key: `${edge.from}-${edge.to}`, label: label(edge[other]), why: edge.label }));
  return (
    <>
      <h2 className={styles.title}>{node?.label}</h2>
      <p>{node?.hint}</p>
      {(
        [
          ['comesFrom', lines('to', 'from')],
          ['goesTo', lines('from', 'to')],
        ] as const
      ).map(
        ([title, entries]) =>
          entries.length > 0 && (
            <div key={title}>
              <h3 className={styles.side}>{t(title)}</h3>
              <ul>
                {entries.map(({ key, label: text, why }) => (
                  <li key={key}>{why ? t('withReason', { text, why }) : text}</li>
                ))}
              </ul>
            </div>
          ),
      )}
    </>
  );
}
