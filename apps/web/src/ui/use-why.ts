import { useTranslations } from 'next-intl';
import { apiFailure } from '@/lib/apollo/errors';

/** Why something was not done: in the API's words, or in ours if the API was not reached. */
export function useWhy(): (error: unknown) => string {
  const t = useTranslations('deadEnd');
  return (error) => {
    const { code, message } = apiFailure(error);
    if (code === 'UNREACHABLE') return t('notReached');
    return code === 'UNAUTHENTICATED' ? t('signedOut') : message;
  };
}
