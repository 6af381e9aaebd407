import { Button } from '@mantine/core';
import { getTranslations } from 'next-intl/server';
import { addToProfileAddress } from '@/features/portfolio/add-to-profile';
import { PortfolioView } from '@/features/portfolio/portfolio-view';
import styles from '@/features/portfolio/portfolio-view.module.css';
import { PrintButton } from '@/features/portfolio/print-button';
import { PortfolioPreviewDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { LinkButton } from '@/ui/link-button';
import { Notice } from '@/ui/notice';

export const generateMetadata = () => titled('portfolioPreview');

async function Page() {
  const [{ portfolioPreview: portfolio }, t] = await Promise.all([
    load(PortfolioPreviewDocument, {}),
    getTranslations('published'),
  ]);
  return (
    <>
      <div className={styles.tools}>
        <Notice meaning="neutral" title={t('previewTitle')}>
          {t('previewText')}
        </Notice>
        <div className={styles.actions}>
          <LinkButton href="/portfolio">{t('back')}</LinkButton>
          <PrintButton />
          {portfolio.results.map(({ id, assignmentTitle: title, issuedAt, credentialAddress }) => (
            <Button
              key={id}
              component="a"
              variant="default"
              target="_blank"
              rel="noreferrer"
              href={addToProfileAddress({
                title,
                issuedAt,
                credentialAddress,
                issuerName: portfolio.issuerName,
              })}
            >
              {t('addToProfile', { title })}
            </Button>
          ))}
        </div>
      </div>
      <PortfolioView portfolio={portfolio} />
    </>
  );
}

export default withMessages(['published', 'reproduction', 'score'], Page);
