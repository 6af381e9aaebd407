'use client';

import { useRouter } from 'next/navigation';
import { BeginForm } from '@/features/versions/begin-form';
import { BeginDiagramDocument } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';

/** Creates a diagram and opens its editor. */
export function BeginDiagramForm() {
  const router = useRouter();
  const [ask, beginning] = useMutation(BeginDiagramDocument, { errorPolicy: 'all' });

  async function begin(title: string, slug: string) {
    const { data } = await ask({ variables: { input: { slug, title } } });
    if (data) router.push(`/diagrams/${data.beginDiagram.slug}/edit`);
  }

  return <BeginForm begin={begin} beginning={beginning} />;
}
