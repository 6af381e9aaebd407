import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LeaderboardPage } from '@/features/leaderboard/leaderboard-page';
import { LeaderboardDocument } from '@/generated/graphql';
import { load } from '@/lib/apollo/server';

type Props = PageProps<'/assignments/[slug]/leaderboard'>;

async function read({ params }: Props) {
  return load(LeaderboardDocument, { assignmentSlug: (await params).slug, first: 50 });
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ assignment }, t] = await Promise.all([read(props), getTranslations('titles')]);
  return { title: `${t('leaderboard')} · ${assignment.title}` };
}

export default async function Page(props: Props) {
  return <LeaderboardPage {...await read(props)} />;
}
