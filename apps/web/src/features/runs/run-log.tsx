'use client';

import { shortRunId } from '@holdout/domain';
import { Button, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useWhy } from '@/ui/use-why';
import { Mark } from '@/ui/mark';
import { Block } from '@/ui/skeleton';
import { save } from '@/ui/save';
import { toLines } from './log-lines';
import { useRunLog } from './use-run-log';
import styles from './run-log.module.css';

/** What the student's program printed: numbered, searchable, following the end unless the reader scrolls up. */
export function RunLog({ runId, isLive }: { runId: string; isLive: boolean }) {
  const why = useWhy();
  const t = useTranslations('run.logView');
  const [search, setSearch] = useState('');
  const [isFollowing, setFollowing] = useState(true);
  const box = useRef<HTMLDivElement>(null);

  const { chunks, isWaiting, error } = useRunLog(runId);
  const lines = useMemo(() => toLines(chunks), [chunks]);
  const wanted = search.trim().toLowerCase();
  const shown = wanted ? lines.filter(({ text }) => text.toLowerCase().includes(wanted)) : lines;
  useEffect(() => {
    if (isFollowing && shown.length > 0 && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [shown.length, isFollowing]);

  if (error && lines.length === 0) return <p>{t('failed', { message: why(error) })}</p>;
  if (isWaiting && !isLive) return <Block height="12rem" />;

  return (
    <div className={styles.log}>
      <div className={styles.tools}>
        <TextInput
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          leftSection={<IconSearch size={16} aria-hidden />}
          placeholder={t('search')}
          aria-label={t('search')}
          size="sm"
          className={styles.search}
        />
        <span className={styles.count} role="status">
          {wanted
            ? t('matches', { count: shown.length, all: lines.length })
            : t('lines', { count: lines.length })}
        </span>
        {!isFollowing && isLive && (
          <Button variant="subtle" size="compact-sm" onClick={() => setFollowing(true)}>
            {t('follow')}
          </Button>
        )}
        {lines.some(({ isCut }) => isCut) && <Mark meaning="attention">{t('cut')}</Mark>}
        {lines.length > 0 && (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() =>
              save(`${shortRunId(runId)}.log`, 'text/plain', lines.map(({ text }) => `${text}\n`).join(''))
            }
          >
            {t('download')}
          </Button>
        )}
      </div>
      <div
        ref={box}
        className={styles.box}
        data-live={isLive}
        tabIndex={0}
        role="log"
        aria-live="off"
        aria-label={t('label')}
        data-testid="log"
        onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) =>
          setFollowing(scrollHeight - scrollTop - clientHeight < 24)
        }
      >
        {shown.length === 0 ? (
          <p className={styles.empty}>{wanted ? t('noMatch') : isLive ? t('notYet') : t('nothing')}</p>
        ) : (
          <ol className={styles.lines}>
            {shown.map((line) => (
              <li key={line.number} data-phase={line.phase} data-cut={line.isCut}>
                <span className={styles.number}>{line.number}</span>
                <span className={styles.text}>
                  {wanted ? <Marked text={line.text} wanted={wanted} /> : line.text}
                </span>
              </li>
            ))}
          </ol>
        )}
      </div>
    </div>
  );
}

function Marked({ text, wanted }: { text: string; wanted: string }) {
  const at = text.toLowerCase().indexOf(wanted);
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + wanted.length)}</mark>
      {text.slice(at + wanted.length)}
    </>
  );
}
