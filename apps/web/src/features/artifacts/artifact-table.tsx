import { useTranslations } from 'next-intl';
import { sizeText } from '@holdout/domain';
import type { ArtifactFragment } from '@/generated/graphql';
import { Digest } from '@/ui/digest';
import { LocalTime } from '@/ui/local-time';
import { ColumnHeads, Table, tableStyles } from '@/ui/table';

/** What the code left: each file with its size and digest, and the way to fetch it while it is kept. */
export function ArtifactTable({ runId, artifacts }: { runId: string; artifacts: ArtifactFragment[] }) {
  const t = useTranslations('artifacts');
  return (
    <Table label={t('table')} caption={t('kept')} narrow="stacked">
      <ColumnHeads titles={[t('name'), t('kind'), t('size'), t('digest'), t('file')]} numbers={[t('size')]} />
      <tbody>
        {artifacts.map(({ id, name, kind, isHidden, digest, bytes, deletedAt }) => (
          <tr key={id}>
            <th scope="row" className={tableStyles.name}>
              {name}
            </th>
            <td data-label={t('kind')}>
              {t(`kinds.${kind}`)}
              {isHidden && <span className={tableStyles.quiet}> · {t('hidden')}</span>}
            </td>
            <td data-label={t('size')} className={`${tableStyles.right} num`}>
              {sizeText(bytes)}
            </td>
            <td data-label={t('digest')}>
              <Digest value={digest} label={name} />
            </td>
            <td data-label={t('file')}>
              {deletedAt ? (
                <span className={tableStyles.quiet}>
                  {t('deleted')} <LocalTime at={deletedAt} />
                </span>
              ) : (
                <a href={`/files/runs/${runId}/artifacts/${id}`} aria-label={t('downloadOf', { name })}>
                  {t('download')}
                </a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
