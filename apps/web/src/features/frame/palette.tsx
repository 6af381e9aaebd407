'use client';

import {
  openSpotlight,
  Spotlight,
  type SpotlightActionData,
  type SpotlightActionGroupData,
} from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { PaletteDocument, type PaletteQuery, type Role } from '@/generated/graphql';
import { query as ask } from '@/lib/apollo/ask';
import { placesOf } from './places';

interface Props {
  roles: Role[];
  isOperator: boolean;
  /** Each time, it opens. */
  timesAsked: number;
}

/** Ctrl-K: places, stages, lessons, assignments and recent runs. What it lists is read when it is opened. */
export function Palette({ roles, isOperator, timesAsked }: Props) {
  const t = useTranslations('frame');
  const router = useRouter();
  const [query, setQuery] = useState('');
  const [content, setContent] = useState<PaletteQuery | null>(null);

  useEffect(openSpotlight, [timesAsked]);

  function read() {
    ask(PaletteDocument, { errorPolicy: 'all' })
      .then(({ data }) => setContent(data ?? null))
      // Places still work without the rest, and the next opening tries again.
      .catch((error: unknown) => console.warn('The palette could not read its entries.', error));
  }

  const go = (href: string, label: string, description?: string): SpotlightActionData => ({
    id: href,
    label,
    description,
    onClick: () => router.push(href),
  });
  const group = (title: string, actions: SpotlightActionData[]): SpotlightActionGroupData => ({
    group: title,
    actions,
  });

  const track = content?.track;
  const groups = [
    group(
      t('palette.places'),
      placesOf(roles, isOperator).map(({ key, href }) => go(href, t(`place.${key}`))),
    ),
    group(
      t('palette.assignments'),
      (content?.assignments ?? []).map((a) => go(`/assignments/${a.slug}`, a.title, a.stage.title)),
    ),
    group(
      t('palette.runs'),
      (content?.runs?.edges ?? []).map(({ node }) =>
        go(`/runs/${node.id}`, node.assignment.title, node.submission.fileName),
      ),
    ),
    group(
      t('palette.stages'),
      (track?.stages ?? []).flatMap((stage) => [
        go(`/stages/${stage.slug}`, stage.title),
        ...stage.lessons.map((lesson) =>
          go(`/stages/${stage.slug}/lessons/${lesson.slug}`, lesson.title, stage.title),
        ),
      ]),
    ),
    group(
      t('palette.diagrams'),
      (track?.diagrams ?? []).map((diagram) => go(`/diagrams/${diagram.slug}`, diagram.title)),
    ),
    group(
      t('palette.lessons'),
      query.trim()
        ? [
            go(
              `/lessons?q=${encodeURIComponent(query.trim())}`,
              t('palette.searchLessons', { words: query.trim() }),
            ),
          ]
        : [],
    ),
  ].filter(({ actions }) => actions.length > 0);

  return (
    <Spotlight
      actions={groups}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      onSpotlightOpen={read}
      highlightQuery
      scrollable
      maxHeight={420}
      nothingFound={t('palette.nothing')}
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: t('palette.placeholder'),
        'aria-label': t('palette.placeholder'),
      }}
      lockScroll={false}
      transitionProps={{ duration: 120 }}
    />
  );
}
