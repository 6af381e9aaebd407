'use client';

import { useRouter } from 'next/navigation';
import { BeginForm } from '@/features/versions/begin-form';
import { BeginLessonDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';

/** Creates a lesson and opens its editor. */
export function BeginLessonForm({ stageSlug }: { stageSlug: string }) {
  const router = useRouter();
  const [ask, beginning] = useMutation(BeginLessonDocument, { errorPolicy: 'all' });

  async function begin(title: string, slug: string) {
    const { data } = await ask({ variables: { input: { stageSlug, slug, title } } });
    if (data) router.push(`/stages/${stageSlug}/lessons/${data.beginLesson.slug}/edit`);
  }

  return <BeginForm begin={begin} beginning={beginning} />;
}
