import { Button } from '@mantine/core';
import { safeNext } from '@holdout/domain';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Link } from '@/ui/link';
import { notFound } from 'next/navigation';
import { Entrance } from '@/features/sign-in/entrance';
import styles from '@/features/sign-in/sign-in-form.module.css';
import { SignInProblem } from '@/features/single-sign-on/sign-in-problem';
import { startPath } from '@/features/single-sign-on/start-path';
import { SignInOrganizationDocument } from '@/generated/graphql';
import { load } from '@/lib/apollo/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') };
}

export default async function SignInWithPage({ params, searchParams }: PageProps<'/sign-in/with/[slug]'>) {
  const [{ slug }, { next, problem, correlation }] = await Promise.all([params, searchParams]);
  const [{ signInOrganization: organization }, t] = await Promise.all([
    load(SignInOrganizationDocument, { slug }),
    getTranslations('singleSignOn'),
  ]);
  if (!organization) notFound();
  const { name, logoUrl } = organization;
  return (
    <Entrance title={name} lead={t('withLead', { organization: name })} logoUrl={logoUrl}>
      {typeof problem === 'string' && (
        <SignInProblem problem={problem} correlation={typeof correlation === 'string' ? correlation : null} />
      )}
      <div className={styles.other}>
        <Button component="a" size="md" href={startPath(organization.slug, safeNext(next))}>
          {t('signInWith', { organization: name })}
        </Button>
      </div>
      <p className={styles.note}>
        <Link href="/sign-in">{t('otherWay')}</Link>
      </p>
    </Entrance>
  );
}
