import { useTranslations } from 'next-intl';
import { Table, tableStyles } from '@/ui/table';
import type { Version } from './assignment.types';
import { ColumnProfile } from './column-profile';

/** What each column means, and what its public rows look like. */
export function DictionaryTable({ dictionary }: { dictionary: Version['dictionary'] }) {
  const t = useTranslations('assignment');
  const hasProfiles = dictionary.some(({ profile }) => profile);
  return (
    <Table
      label={t('dictionary')}
      narrow="stacked"
      {...(hasProfiles ? { caption: t('profile.caption') } : {})}
    >
      <thead>
        <tr>
          <th scope="col">{t('column')}</th>
          <th scope="col">{t('type')}</th>
          <th scope="col">{t('meaning')}</th>
          {hasProfiles && <th scope="col">{t('profile.title')}</th>}
        </tr>
      </thead>
      <tbody>
        {dictionary.map(({ name, type, description, profile }) => (
          <tr key={name}>
            <th scope="row" className={tableStyles.name}>
              {name}
            </th>
            <td data-label={t('type')} className={tableStyles.quiet}>
              {type}
            </td>
            <td data-label={t('meaning')}>{description}</td>
            {hasProfiles && (
              <td data-label={profile ? t('profile.title') : undefined}>
                {profile && <ColumnProfile column={name} profile={profile} />}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
