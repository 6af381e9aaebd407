import { useTranslations } from 'next-intl';
import { Digest } from '@/ui/digest';
import { Section } from '@/ui/page';
import { Facts } from '@/ui/panel';
import { Table, tableStyles } from '@/ui/table';
import type { Version } from './assignment.types';
import { DictionaryTable } from './dictionary-table';
import styles from './data-section.module.css';

/** Where the data come from, how they were cut, what each column means. */
export function DataSection({ version }: { version: Version }) {
  const t = useTranslations('assignment');
  const { dataset, splits, dictionary } = version;
  return (
    <Section id="data" title={t('data')} note={t('dataNote')}>
      <Facts
        items={[
          [t('origin'), dataset.origin],
          [t('licence'), dataset.licence],
          [t('personalData'), dataset.personalData],
          [t('splitRule'), dataset.splitRule],
        ]}
      />
      <div className={styles.tables}>
        <Table label={t('splits')} narrow="stacked" caption={t('splitsCaption')}>
          <thead>
            <tr>
              <th scope="col">{t('split')}</th>
              <th scope="col" className={tableStyles.right}>
                {t('rows')}
              </th>
              <th scope="col">{t('use')}</th>
              <th scope="col">{t('commitment')}</th>
            </tr>
          </thead>
          <tbody>
            {splits.map((split) => (
              <tr key={split.name}>
                <th scope="row">{t(`splitName.${split.name}`)}</th>
                <td data-label={t('rows')} className={`${tableStyles.right} num`}>
                  {t('count', { count: split.rows })}
                </td>
                <td data-label={t('use')} className={tableStyles.quiet}>
                  {t(`splitUse.${split.name}`)}
                </td>
                <td data-label={t('commitment')}>
                  <Digest value={split.commitment} label={t(`splitName.${split.name}`)} />
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
        {dictionary.length > 0 && <DictionaryTable dictionary={dictionary} />}
      </div>
    </Section>
  );
}
