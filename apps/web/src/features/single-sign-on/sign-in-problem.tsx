import { useTranslations } from 'next-intl';
import { Notice } from '@/ui/notice';

/** What the API says of a sign-in that it did not let through. */
const PROBLEMS = [
  'OFF',
  'STALE',
  'TOO_MANY',
  'DECLINED',
  'UNREACHABLE',
  'ISSUER',
  'ANSWER',
  'NO_EMAIL',
  'UNVERIFIED_EMAIL',
  'NOT_INVITED',
  'OTHER_ACCOUNT',
  'REMOVED',
] as const;

interface Props {
  /** From the address, so anybody may have written it. */
  problem: string;
  correlation: string | null;
}

/** Why somebody who came back from a provider is not signed in, and what to do. */
export function SignInProblem({ problem, correlation }: Props) {
  const t = useTranslations('singleSignOn');
  const known = PROBLEMS.find((name) => name === problem);
  const number = correlation && /^[\w-]{1,64}$/.test(correlation) ? correlation : null;
  return (
    <div role="alert">
      <Notice meaning="failed" title={t('notSignedIn')}>
        {known ? t(`problem.${known}`) : t('problem.INTERNAL', { number: number ?? '–' })}
      </Notice>
    </div>
  );
}
