import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ShownPortfolioFragment } from '@/generated/graphql';
import { LocalTime } from '@/ui/local-time';
import { PageHead, Section } from '@/ui/page';
import { ResultCard } from './result-card';
import { SkillBars } from './skill-bars';
import styles from './portfolio-view.module.css';

/** A portfolio as others see it, whichever way they came. */
export function PortfolioView({
  portfolio,
  aside,
  mayReproduce = false,
}: {
  portfolio: ShownPortfolioFragment;
  aside?: ReactNode;
  /** Whether the reader may have a result reproduced. */
  mayReproduce?: boolean;
}) {
  const t = useTranslations('published');
  const { name, headline, location, isRemote, issuerName, results, skills, updatedAt } = portfolio;
  const place = [location, isRemote ? t('remote') : ''].filter(Boolean).join(' · ');
  return (
    <article className={styles.portfolio}>
      <PageHead title={name} kicker={t('issuedBy', { issuer: issuerName })} lead={headline} aside={aside} />
      {place && <p className={styles.place}>{place}</p>}
      {results.length === 0 && <p>{t('noResults')}</p>}
      {skills.length > 0 && (
        <Section id="skills" title={t('skills')} note={t('skillsNote')}>
          <SkillBars skills={skills} results={results} />
        </Section>
      )}
      {results.length > 0 && (
        <Section id="results" title={t('results')}>
          <ol className={styles.results}>
            {results.map((result) => (
              <li key={result.id} id={`result-${result.id}`}>
                <ResultCard result={result} reproduceAt={mayReproduce ? portfolio.issuerSlug : null} />
              </li>
            ))}
          </ol>
        </Section>
      )}
      <p className={styles.updated}>
        {t('updated')} <LocalTime at={updatedAt} style="date" />
      </p>
    </article>
  );
}
