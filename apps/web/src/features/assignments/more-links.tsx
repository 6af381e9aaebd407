import { useTranslations } from 'next-intl';
import { Link } from '@/ui/link';
import type { AssignmentDetail } from './assignment.types';
import styles from './assignment-page.module.css';

interface Props {
  assignment: AssignmentDetail;
  canRevise: boolean;
  canRerun: boolean;
}

/** The other pages of an assignment, as far as its reader may use them. */
export function MoreLinks({ assignment, canRevise, canRerun }: Props) {
  const t = useTranslations('assignment');
  const { version, teamwork, slug } = assignment;
  const links = [
    { page: 'leaderboard', label: t('leaderboard'), isShown: true },
    { page: 'rubric', label: t('changeRubric'), isShown: canRevise },
    { page: 'similarity', label: t('similarity'), isShown: canRevise && !version?.diagram },
    { page: 'teams', label: t('teams'), isShown: canRevise && teamwork !== null },
    { page: 'rerun', label: t('rerun'), isShown: canRerun },
  ];
  return links
    .filter(({ isShown }) => isShown)
    .map(({ page, label }) => (
      <p key={page} className={styles.board}>
        <Link href={`/assignments/${slug}/${page}`}>{label}</Link>
      </p>
    ));
}
