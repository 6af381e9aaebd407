import { useTranslations } from 'next-intl';
import { Link } from '@/ui/link';
import { LinkButton } from '@/ui/link-button';
import { Panel } from '@/ui/panel';
import styles from './redraw-panel.module.css';

/** Where a diagram is drawn instead of packed, and the picture to learn first. */
export function RedrawPanel({ slug, picture }: { slug: string; picture: string }) {
  const t = useTranslations('assignment');
  return (
    <Panel title={t('redrawTitle')}>
      <div className={styles.panel}>
        <p>{t('redrawText')}</p>
        <LinkButton href={`/assignments/${slug}/redraw`}>{t('redraw')}</LinkButton>
        <Link href={`/diagrams/${picture}`}>{t('seePicture')}</Link>
      </div>
    </Panel>
  );
}
