import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LessonsPage } from '@/features/lessons/lessons-page';
import { LessonsDocument, SearchLessonsDocument } from '@/generated/graphql';
import { load } from '@/lib/apollo/server';

type Props = PageProps<'/lessons'>;

const MOST_CHARACTERS = 200;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lessons'))('title') };
}

export default async function Page({ searchParams }: Props) {
  const { q } = await searchParams;
  const words = (typeof q === 'string' ? q : '').trim().slice(0, MOST_CHARACTERS);
  const [{ track }, hits] = await Promise.all([
    load(LessonsDocument, {}),
    words ? load(SearchLessonsDocument, { words }).then((found) => found.searchLessons) : [],
  ]);
  return <LessonsPage words={words} hits={hits} stages={track.stages} />;
}
