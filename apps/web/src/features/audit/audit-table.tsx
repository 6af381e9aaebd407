import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import type { AuditRowFragment } from '@/generated/graphql';
import { LocalTime } from '@/ui/local-time';
import { ColumnHeads, Table, tableStyles } from '@/ui/table';
import { auditHref, type AuditSearch } from './audit-search';
import styles from './audit.module.css';

/** Entries, newest first. */
export function AuditTable({
  page,
  events,
  search,
}: {
  page: string;
  events: AuditRowFragment[];
  search: AuditSearch;
}) {
  const t = useTranslations('audit');
  return (
    <Table label={t('entries')} narrow="stacked">
      <ColumnHeads titles={(['time', 'who', 'what', 'subject', 'detail'] as const).map((key) => t(key))} />
      <tbody>
        {events.map((event) => (
          <tr key={event.id}>
            <td data-label={t('time')} className={styles.time}>
              <LocalTime at={event.createdAt} />
            </td>
            <td data-label={t('who')}>
              {event.actor ? (
                <Link
                  href={auditHref(page, { ...search, actorId: event.actor.id })}
                  title={t('onlyActor', { name: event.actor.name })}
                >
                  {event.actor.name}
                </Link>
              ) : (
                t('platform')
              )}
            </td>
            <th scope="row" className={tableStyles.name}>
              {event.action}
            </th>
            <td data-label={t('subject')}>
              <Subject event={event} />
            </td>
            <td data-label={t('detail')}>
              {event.detail.length === 0 ? (
                t('noDetail')
              ) : (
                <dl className={styles.detail}>
                  {event.detail.map(({ name, value }) => (
                    <div key={name}>
                      <dt>{name}</dt>
                      <dd>{value}</dd>
                    </div>
                  ))}
                </dl>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** A run has a page of its own; of other things the id is shown. Older entries write "Run". */
function Subject({ event: { subjectType, subjectId } }: { event: AuditRowFragment }) {
  return (
    <>
      {subjectType}
      <br />
      {subjectType.toLowerCase() === 'run' ? (
        <Link href={`/runs/${subjectId}`} className={styles.id}>
          {subjectId}
        </Link>
      ) : (
        <span className={styles.id}>{subjectId}</span>
      )}
    </>
  );
}
