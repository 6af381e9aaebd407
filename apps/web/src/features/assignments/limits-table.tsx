import { useTranslations } from 'next-intl';
import { sizeText } from '@holdout/domain';
import { Table, tableStyles } from '@/ui/table';
import type { Version } from './assignment.types';

/** What a run may use, phase by phase, and how big an archive may be. */
export function LimitsTable({ version }: { version: Version }) {
  const t = useTranslations('assignment');
  const phases = useTranslations('phase');
  const { archiveLimits } = version;
  return (
    <Table
      narrow="abreast"
      label={t('limits')}
      caption={t('archiveLimits', {
        archive: sizeText(archiveLimits.archiveBytes),
        unpacked: sizeText(archiveLimits.unpackedBytes),
        files: archiveLimits.files,
      })}
    >
      <thead>
        <tr>
          <th scope="col">{t('phase')}</th>
          {(['time', 'memory', 'cores'] as const).map((key) => (
            <th key={key} scope="col" className={tableStyles.right}>
              {t(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {version.limits.map((limit) => (
          <tr key={limit.phase}>
            <th scope="row">{phases(limit.phase)}</th>
            <td data-label={t('time')} className={`${tableStyles.right} num`}>
              {t('seconds', { seconds: limit.wallSeconds })}
            </td>
            <td data-label={t('memory')} className={`${tableStyles.right} num`}>
              {sizeText(limit.memoryBytes)}
            </td>
            <td data-label={t('cores')} className={`${tableStyles.right} num`}>
              {limit.cpus}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
