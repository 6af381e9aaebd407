import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { ContactForm } from '@/features/hiring/contact-form';
import { ShortlistForm } from '@/features/hiring/shortlist-form';
import styles from '@/features/hiring/hiring.module.css';
import { PortfolioView } from '@/features/portfolio/portfolio-view';
import { CandidateDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { Crumbs } from '@/ui/page';
import { Panel } from '@/ui/panel';

const read = cache((id: string) => load(CandidateDocument, { id }));

export async function generateMetadata({ params }: PageProps<'/candidates/[id]'>): Promise<Metadata> {
  return { title: (await read((await params).id)).candidate.name };
}

async function Page({ params }: PageProps<'/candidates/[id]'>) {
  const { id } = await params;
  const [{ candidate, shortlist, sentContactRequests }, t] = await Promise.all([
    read(id),
    getTranslations('hiring'),
  ]);
  const entry = shortlist.find((known) => known.candidate.id === id);
  return (
    <>
      <Crumbs trail={[{ label: t('title'), href: '/candidates' }, { label: candidate.name }]} />
      <PortfolioView portfolio={candidate} mayReproduce />
      <div className={styles.pair}>
        <Panel title={t('shortlist')}>
          <ShortlistForm candidateId={id} name={candidate.name} note={entry?.note ?? null} />
        </Panel>
        <Panel title={t('contact')}>
          <ContactForm
            candidateId={id}
            sent={sentContactRequests.find(({ candidateId }) => candidateId === id) ?? null}
          />
        </Panel>
      </div>
    </>
  );
}

export default withMessages(['hiring', 'reproduction', 'score'], Page);
