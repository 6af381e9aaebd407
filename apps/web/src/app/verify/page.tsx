import { OpenFrame } from '@/features/frame/open-frame';
import { VerifyPage } from '@/features/verify/verify-page';
import { withMessages } from '@/i18n/with-messages';
import { titled } from '@/lib/title';

export const generateMetadata = () => titled('verify');

async function Page({ searchParams }: PageProps<'/verify'>) {
  const { url } = await searchParams;
  return (
    <OpenFrame>
      <VerifyPage address={typeof url === 'string' ? url : null} />
    </OpenFrame>
  );
}

export default withMessages(
  ['assignment.splitName', 'frame', 'points', 'reproduction', 'runs.kind', 'ui', 'verify'],
  Page,
);
