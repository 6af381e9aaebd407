import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Entrance } from '@/features/sign-in/entrance';
import type messages from '../../../../messages/en.json';
import { LinkButton } from '@/ui/link-button';

type Reason = keyof (typeof messages)['lmsRefused']['reason'];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lmsRefused'))('title') };
}

interface Props {
  searchParams: Promise<{ reason?: string }>;
}

/** Why a link in a course leads no further, and what to do. */
export default async function LmsRefusedPage({ searchParams }: Props) {
  const { reason } = await searchParams;
  const t = await getTranslations('lmsRefused');
  const isKnown = typeof reason === 'string' && t.has(`reason.${reason as Reason}`);
  return (
    <Entrance title={t('title')} lead={t(`reason.${isKnown ? (reason as Reason) : 'OTHER'}`)}>
      <LinkButton variant="default" href="/">
        {t('home')}
      </LinkButton>
    </Entrance>
  );
}
