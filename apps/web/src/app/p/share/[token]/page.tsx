import { OpenFrame } from '@/features/frame/open-frame';
import { PasscodeDoor } from '@/features/portfolio/passcode-door';
import { PortfolioView } from '@/features/portfolio/portfolio-view';
import { PrintButton } from '@/features/portfolio/print-button';
import { OpenShareLinkDocument, ShareLinkAsksForPasscodeDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load, loadNoted } from '@/lib/apollo/server';
import { titled } from '@/lib/title';

export const generateMetadata = async () => ({
  ...(await titled('sharedPortfolio')),
  robots: { index: false, follow: false },
});

async function Page({ params }: PageProps<'/p/share/[token]'>) {
  const { token } = await params;
  const { shareLinkAsksForPasscode: isGuarded } = await load(ShareLinkAsksForPasscodeDocument, { token });
  return <OpenFrame>{isGuarded ? <PasscodeDoor token={token} /> : <Opened token={token} />}</OpenFrame>;
}

async function Opened({ token }: { token: string }) {
  const { openShareLink } = await loadNoted(OpenShareLinkDocument, { token, passcode: null });
  return <PortfolioView portfolio={openShareLink} aside={<PrintButton />} />;
}

export default withMessages(
  [
    'assignment.mode',
    'credentials.assurance',
    'frame',
    'points',
    'published',
    'reproduction',
    'score',
    'skillName',
    'ui.callout',
    'workflow',
  ],
  Page,
);
