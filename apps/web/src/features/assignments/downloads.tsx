import { IconDownload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { Version } from './assignment.types';
import styles from './downloads.module.css';

/** Starter kit and public data; the same from the command line. */
export function Downloads({ version }: { version: Version }) {
  const t = useTranslations('assignment');
  return (
    <ul className={styles.downloads}>
      {(
        [
          [version.starterKitUrl, 'starterKit', 'starterKitNote'],
          [version.publicDataUrl, 'publicData', 'publicDataNote'],
        ] as const
      ).map(([href, title, note]) => (
        <li key={title}>
          <a href={href} download>
            <IconDownload size={16} aria-hidden />
            {t(title)}
          </a>
          <span>{t(note)}</span>
        </li>
      ))}
    </ul>
  );
}
