import { Group } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { LinkButton } from '@/ui/link-button';
import { Empty, PageHead } from '@/ui/page';

/** Home of someone who belongs to no organization: the operator, or an account whose memberships ended. */
export function NoTrack({ isOperator }: { isOperator: boolean }) {
  const t = useTranslations('home');
  return (
    <>
      <PageHead title={isOperator ? t('operatorTitle') : t('nobodyTitle')} />
      <Empty
        title={isOperator ? t('operatorFact') : t('nobodyFact')}
        action={
          isOperator && (
            <Group gap="sm">
              <LinkButton href="/fleet">{t('operatorAction')}</LinkButton>
              <LinkButton variant="default" href="/organizations">
                {t('operatorOrganizations')}
              </LinkButton>
            </Group>
          )
        }
      >
        {isOperator ? t('operatorText') : t('nobodyText')}
      </Empty>
    </>
  );
}
