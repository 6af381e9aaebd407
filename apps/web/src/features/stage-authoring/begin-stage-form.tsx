'use client';

import { useRouter } from 'next/navigation';
import { BeginForm } from '@/features/versions/begin-form';
import { BeginStageDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';

/** Creates a stage and opens its editor. */
export function BeginStageForm() {
  const router = useRouter();
  const [ask, beginning] = useMutation(BeginStageDocument, { errorPolicy: 'all' });

  async function begin(title: string, slug: string) {
    const { data } = await ask({ variables: { input: { slug, title } } });
    if (data) router.push(`/stages/${data.beginStage.slug}/edit`);
  }

  return <BeginForm begin={begin} beginning={beginning} />;
}
