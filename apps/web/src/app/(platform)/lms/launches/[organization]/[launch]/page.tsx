import { getTranslations } from 'next-intl/server';
import { forbidden } from 'next/navigation';
import { LinkAccount } from '@/features/lms/link-account';
import { PlaceLink } from '@/features/lms/place-link';
import { readViewer } from '@/features/viewer/read-viewer';
import { LtiChoicesDocument, LtiLaunchDocument } from '@/generated/graphql';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { Empty, PageHead } from '@/ui/page';

export const generateMetadata = () => titled('lmsLaunch');

interface Props {
  params: Promise<{ organization: string; launch: string }>;
}

/** What somebody who came from an LMS still has to say: that it is them, or what the link opens. */
async function Page({ params }: Props) {
  const { organization: organizationSlug, launch: launchId } = await params;
  const viewer = await readViewer();
  if (!viewer) forbidden();
  const [{ ltiLaunch }, t] = await Promise.all([
    load(LtiLaunchDocument, { organizationSlug, launchId }),
    getTranslations('lmsLaunch'),
  ]);
  const { step, platformName: platform, personName, contextTitle } = ltiLaunch;
  if (step === 'LINK') {
    const person = personName ?? t('somebody');
    return (
      <>
        <PageHead title={t('linkTitle')} lead={t('linkLead', { platform, person, name: viewer.name })} />
        <p>{t('linkText')}</p>
        <LinkAccount organizationSlug={organizationSlug} launchId={launchId} />
      </>
    );
  }
  const isNew = step === 'ADD';
  const choices = await load(LtiChoicesDocument, {});
  const hasNone = choices.cohorts.length === 0 || choices.assignments.length === 0;
  return (
    <>
      <PageHead
        title={t(isNew ? 'addTitle' : 'placeTitle')}
        lead={t(isNew ? 'addLead' : 'placeLead', { course: contextTitle || t('yourCourse') })}
      />
      {hasNone ? (
        <Empty title={t('nothing')}>{t('nothingText')}</Empty>
      ) : (
        <PlaceLink {...choices} organizationSlug={organizationSlug} launchId={launchId} isNew={isNew} />
      )}
    </>
  );
}

export default withMessages(['lmsLaunch'], Page);
