import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OpenFrame } from '@/features/frame/open-frame';
import { PortfolioView } from '@/features/portfolio/portfolio-view';
import styles from '@/features/portfolio/portfolio-view.module.css';
import { PrintButton } from '@/features/portfolio/print-button';
import { readPublished } from '@/features/portfolio/read-published';
import { withMessages } from '@/i18n/with-messages';
import { ownOrigin } from '@/lib/own-origin';
import { FileButton } from '@/ui/file-button';

export async function generateMetadata({ params }: PageProps<'/p/[slug]'>): Promise<Metadata> {
  const { name, headline } = await readPublished((await params).slug);
  const shown = { title: name, description: headline };
  return { ...shown, metadataBase: new URL(await ownOrigin()), openGraph: { ...shown, type: 'profile' } };
}

async function Page({ params }: PageProps<'/p/[slug]'>) {
  const [portfolio, t] = await Promise.all([
    readPublished((await params).slug),
    getTranslations('published'),
  ]);
  return (
    <OpenFrame>
      <PortfolioView
        portfolio={portfolio}
        aside={
          <div className={styles.actions}>
            <PrintButton />
            <FileButton href={`/p/${portfolio.slug}/resume.json`}>{t('resume')}</FileButton>
          </div>
        }
      />
    </OpenFrame>
  );
}

export default withMessages(['published', 'reproduction', 'score'], Page);
