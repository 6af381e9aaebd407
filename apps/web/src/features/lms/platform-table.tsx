import { useTranslations } from 'next-intl';
import type { LtiToolFieldsFragment } from '@/generated/graphql';
import { LocalTime } from '@/ui/local-time';
import { Mark } from '@/ui/mark';
import { ColumnHeads, Table, tableStyles } from '@/ui/table';
import { AdmissionButton, RemovePlatformButton } from './platform-buttons';

const COLUMNS = ['name', 'client', 'people', 'links', 'launched', 'admission', 'action'] as const;

/** Every LMS that is registered, how it is used, and who may come in from it. */
export function PlatformTable({ platforms }: { platforms: LtiToolFieldsFragment['platforms'] }) {
  const t = useTranslations('lms');
  const roles = useTranslations('roles');
  return (
    <Table label={t('platforms')} narrow="stacked">
      <ColumnHeads titles={COLUMNS.map((key) => t(`column.${key}`))} />
      <tbody>
        {platforms.map((platform) => (
          <tr key={platform.id}>
            <th scope="row">
              {platform.name}
              <div className={tableStyles.quiet}>{platform.issuer}</div>
            </th>
            <td data-label={t('column.client')}>
              {platform.clientId}
              <div className={tableStyles.quiet}>{platform.deploymentId}</div>
            </td>
            <td data-label={t('column.people')} className="num">
              {platform.people}
            </td>
            <td data-label={t('column.links')} className="num">
              {platform.links}
              {platform.failing > 0 && (
                <div>
                  <Mark meaning="failed">
                    {t('failing', { count: platform.failing, reason: platform.lastFailure ?? '' })}
                  </Mark>
                </div>
              )}
            </td>
            <td data-label={t('column.launched')}>
              {platform.launchedAt ? <LocalTime at={platform.launchedAt} /> : t('never')}
            </td>
            <td data-label={t('column.admission')}>
              {platform.admitsPeople ? t('joins', { role: roles(platform.highestRole) }) : t('membersOnly')}
            </td>
            <td>
              <AdmissionButton platform={platform} /> <RemovePlatformButton platform={platform} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
