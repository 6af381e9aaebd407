import { getTranslations } from 'next-intl/server';
import { IssuerKeys } from '@/features/credentials/issuer-keys';
import { ImpersonationList } from '@/features/impersonation/impersonation-list';
import { MailChoices } from '@/features/notifications/mail-choices';
import { AccountElsewhere } from '@/features/settings/account-elsewhere';
import { ApiKeys } from '@/features/settings/api-keys';
import { DeleteAccount } from '@/features/settings/delete-account';
import { ExportData } from '@/features/settings/export-data';
import { Passkeys } from '@/features/settings/passkeys';
import { Pseudonym } from '@/features/settings/pseudonym';
import { SecondFactor } from '@/features/settings/second-factor';
import { Sessions } from '@/features/settings/sessions';
import { ThemeChoice } from '@/features/settings/theme-choice';
import {
  ImpersonationsDocument,
  IssuerDocument,
  MailedNotificationsDocument,
  OwnDataExportsLeftDocument,
  PseudonymDocument,
  SettingsDocument,
} from '@/generated/graphql';
import { readViewer, rolesIn } from '@/features/viewer/read-viewer';
import { withMessages } from '@/i18n/with-messages';
import { load } from '@/lib/apollo/server';
import { titled } from '@/lib/title';
import { PageHead, Section } from '@/ui/page';

export const generateMetadata = () => titled('settings');

async function Page() {
  const [
    { apiKeys, sessions, passkeys, hasSecondFactor },
    { ownDataExportsLeft },
    viewer,
    t,
    issuers,
    told,
    keyless,
    twice,
    looking,
  ] = await Promise.all([
    load(SettingsDocument, {}),
    load(OwnDataExportsLeftDocument, {}),
    readViewer(),
    getTranslations('settings'),
    getTranslations('issuer'),
    getTranslations('notifications'),
    getTranslations('passkeys'),
    getTranslations('secondFactor'),
    getTranslations('impersonation'),
  ]);
  const isOwnSignIn = !viewer?.opensOneOrganization;
  const isStudent = viewer !== null && rolesIn(viewer).includes('STUDENT');
  const [own, mailed, looked] = isStudent
    ? await Promise.all([
        load(PseudonymDocument, {}),
        load(MailedNotificationsDocument, {}),
        load(ImpersonationsDocument, {}),
      ])
    : [null, null, null];
  const isAdmin = viewer !== null && rolesIn(viewer).includes('ADMIN');
  const signing = isAdmin ? await load(IssuerDocument, {}) : null;
  return (
    <>
      <PageHead title={t('title')} />
      <Section title={t('theme')} note={t('themeNote')}>
        <ThemeChoice />
      </Section>
      {own && (
        <Section title={t('pseudonym.title')} note={t('pseudonym.note')}>
          <Pseudonym current={own.pseudonym} />
        </Section>
      )}
      {mailed && (
        <Section title={told('byMail')} note={told('byMailNote')}>
          <MailChoices initial={mailed.mailedNotifications} />
        </Section>
      )}
      {isOwnSignIn ? (
        <>
          <Section title={keyless('title')} note={keyless('note')}>
            <Passkeys passkeys={passkeys} />
          </Section>
          <Section title={twice('title')} note={twice('note')}>
            <SecondFactor isOn={hasSecondFactor} />
          </Section>
        </>
      ) : (
        <Section title={t('account')}>
          <AccountElsewhere organization={viewer.organization?.name ?? ''} />
        </Section>
      )}
      <Section title={t('keys')} note={t('keysNote')}>
        <ApiKeys apiKeys={apiKeys} />
      </Section>
      <Section title={t('sessions')} note={t('sessionsNote')}>
        <Sessions sessions={sessions} />
      </Section>
      {looked && (
        <Section id="impersonations" title={looking('title')} note={looking('note')}>
          <ImpersonationList rows={looked.impersonations} />
        </Section>
      )}
      <Section title={t('export.title')} note={t('export.note')}>
        <ExportData left={ownDataExportsLeft} />
      </Section>
      {signing && (
        <Section title={issuers('title')} note={issuers('note')}>
          <IssuerKeys issuer={signing.issuer} />
        </Section>
      )}
      {isOwnSignIn && (
        <Section title={t('deletion.title')} note={t('deletion.note')}>
          <DeleteAccount />
        </Section>
      )}
    </>
  );
}

export default withMessages(['issuer', 'passkeys', 'secondFactor', 'settings', 'signIn', 'ui'], Page);
