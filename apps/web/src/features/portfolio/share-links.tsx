import { useTranslations } from 'next-intl';
import type { OwnShareLinkFragment } from '@/generated/graphql';
import { LocalTime } from '@/ui/local-time';
import { Mark } from '@/ui/mark';
import { ColumnHeads, Table } from '@/ui/table';
import { RevokeLink } from './revoke-link';

/** The links that were made, what became of them, and when they were opened. */
export function ShareLinks({ links, now }: { links: readonly OwnShareLinkFragment[]; now: string }) {
  const t = useTranslations('portfolio');
  if (links.length === 0) return <p>{t('noLinks')}</p>;
  return (
    <Table label={t('links')} narrow="stacked">
      <ColumnHeads titles={[t('linkLabel'), t('until'), t('state'), t('opened'), t('revoke')]} />
      <tbody>
        {links.map((link) => {
          const state = stateOf(link, now);
          const isOpen = state === 'OPEN' || state === 'GUARDED';
          return (
            <tr key={link.id} data-testid="share-link" data-state={state}>
              <th scope="row">{link.label}</th>
              <td data-label={t('until')}>
                <LocalTime at={link.expiresAt} style="date" />
              </td>
              <td data-label={t('state')}>
                <Mark meaning={isOpen ? 'passed' : 'neutral'}>{t(`stateOf.${state}`)}</Mark>
              </td>
              <td data-label={t('opened')}>
                {t('openedTimes', { count: link.viewCount })}
                {link.views[0] && (
                  <details>
                    <summary>
                      {t('latest')} <LocalTime at={link.views[0]} />
                    </summary>
                    <ol>
                      {link.views.map((at) => (
                        <li key={at}>
                          <LocalTime at={at} />
                        </li>
                      ))}
                    </ol>
                  </details>
                )}
              </td>
              <td>{isOpen && <RevokeLink link={link} />}</td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

function stateOf({ revokedAt, expiresAt, hasPasscode }: OwnShareLinkFragment, now: string) {
  if (revokedAt) return 'REVOKED';
  if (expiresAt <= now) return 'EXPIRED';
  return hasPasscode ? 'GUARDED' : 'OPEN';
}
