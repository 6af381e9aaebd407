'use client';

import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { Link } from '@/ui/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { MutationStatus } from '@/ui/mutation-status';
import { OrderButton } from '@/ui/order-button';
import styles from './authoring.module.css';

export interface Authored {
  id: string;
  slug: string;
  title: string;
  isPublished: boolean;
  version: number | null;
  hasDraft: boolean;
}

interface Props {
  things: Authored[];
  hrefOf: (slug: string) => string;
  /** Answers whether it was done. */
  move: (id: string, isEarlier: boolean) => Promise<boolean>;
  moving: { loading: boolean; error?: unknown };
}

/** A list of lessons, stages or diagrams, whose order can be changed by pointer and by keyboard. */
export function OrderList({ things, hrefOf, move, moving }: Props) {
  const t = useTranslations('versions');
  const router = useRouter();

  async function go(id: string, isEarlier: boolean) {
    if (await move(id, isEarlier)) router.refresh();
  }

  return (
    <>
      <ol className={styles.list}>
        {things.map(({ id, slug, title, isPublished, version, hasDraft }, index) => (
          <li key={id}>
            <div className={styles.grow}>
              <Link href={hrefOf(slug)}>{title}</Link>
              <p className={styles.quiet}>
                {isPublished ? t('published', { version: version ?? 0 }) : t('notPublished')}
                {hasDraft && ` · ${t('hasDraft')}`}
              </p>
            </div>
            <OrderButton
              label={t('earlier', { title })}
              icon={IconArrowUp}
              isDisabled={index === 0 || moving.loading}
              onPress={() => void go(id, true)}
            />
            <OrderButton
              label={t('later', { title })}
              icon={IconArrowDown}
              isDisabled={index === things.length - 1 || moving.loading}
              onPress={() => void go(id, false)}
            />
          </li>
        ))}
      </ol>
      <MutationStatus error={moving.error} refused={t('refused')} />
    </>
  );
}
