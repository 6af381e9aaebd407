'use client';

import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import { DiscardAssignmentDraftDocument, type AssignmentDraftsQuery } from '@/generated/graphql';
import { useMutation } from '@/lib/apollo/use-mutation';
import { ConfirmedButton } from '@/ui/confirmed-button';
import { LocalTime } from '@/ui/local-time';
import { ColumnHeads, Table } from '@/ui/table';

const COLUMNS = ['draft', 'data', 'state', 'changed', 'action'] as const;

/** The organization's drafts, last changed first. */
export function DraftTable({ drafts }: { drafts: AssignmentDraftsQuery['assignmentDrafts'] }) {
  const t = useTranslations('drafts');
  const [discard] = useMutation(DiscardAssignmentDraftDocument, { errorPolicy: 'all' });
  return (
    <Table label={t('drafts')}>
      <ColumnHeads titles={COLUMNS.map((column) => t(`column.${column}`))} />
      <tbody>
        {drafts.map(({ id, title, slug, fileName, status, updatedAt }) => {
          const name = title || fileName;
          const isPublished = status === 'PUBLISHED';
          return (
            <tr key={id}>
              <th scope="row">
                <Link href={isPublished ? `/assignments/${slug}` : `/drafts/${id}`}>{name}</Link>
              </th>
              <td>{fileName}</td>
              <td>{t(`status.${status}`)}</td>
              <td>
                <LocalTime at={updatedAt} />
              </td>
              <td>
                {isPublished ? null : (
                  <ConfirmedButton
                    label={t('discard')}
                    name={t('discardNamed', { name })}
                    title={t('discardTitle', { name })}
                    text={t('discardText')}
                    keep={t('keep')}
                    refused={t('refused')}
                    act={() => discard({ variables: { id } })}
                  />
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
