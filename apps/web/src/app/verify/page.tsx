import { OpenFrame } from '@/features/frame/open-frame';
import { VerifyPage } from '@/features/verify/verify-page';
import { titled } from '@/lib/title';

export const generateMetadata = () => titled('verify');

export default async function Page({ searchParams }: PageProps<'/verify'>) {
  const { url } = await searchParams;
  return (
    <OpenFrame>
      <VerifyPage address={typeof url === 'string' ? url : null} />
    </OpenFrame>
  );
}
