import { useTranslations } from 'next-intl';
import type { Role } from '@/generated/graphql';
import { Link } from '@/ui/link';
import { Panel } from '@/ui/panel';
import styles from './staff-card.module.css';

const WORK = {
  TEACHING_ASSISTANT: ['grade'],
  INSTRUCTOR: ['grade', 'cohorts', 'author'],
  ADMIN: ['people', 'organization', 'audit'],
} as const satisfies Partial<Record<Role, readonly string[]>>;

const HREF = {
  grade: '/reviews',
  cohorts: '/cohorts',
  author: '/drafts',
  people: '/people',
  organization: '/organization',
  audit: '/audit',
} as const;

/** Where those who teach or administer begin: the roadmap asks nothing of them. */
export function StaffCard({ roles }: { roles: readonly Role[] }) {
  const t = useTranslations('roadmap.staff');
  const tasks = roles.flatMap((role) => (role in WORK ? WORK[role as keyof typeof WORK] : []));
  return (
    <Panel title={t('title')}>
      <ul className={styles.tasks}>
        {[...new Set(tasks)].map((task) => (
          <li key={task}>
            <Link href={HREF[task]}>{t(`${task}.action`)}</Link>
            <p>{t(`${task}.text`)}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
