import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { boardChoice } from '@/features/leaderboard/board-path';
import { LeaderboardPage } from '@/features/leaderboard/leaderboard-page';
import { LeaderboardDocument } from '@/generated/graphql';
import { load } from '@/lib/apollo/server';

type Props = PageProps<'/assignments/[slug]/leaderboard'>;

async function read({ params, searchParams }: Props) {
  const choice = boardChoice((await params).slug, await searchParams);
  const data = await load(LeaderboardDocument, {
    assignmentSlug: choice.slug,
    board: choice.isPrivate ? 'PRIVATE' : 'PUBLIC',
    cohortSlug: choice.cohort,
    first: 50,
    after: choice.after,
  });
  return { ...data, choice };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ assignment }, t] = await Promise.all([read(props), getTranslations('titles')]);
  return { title: `${t('leaderboard')} · ${assignment.title}` };
}

export default async function Page(props: Props) {
  return <LeaderboardPage {...await read(props)} />;
}
