import { Link } from '@/ui/link';
import { useTranslations } from 'next-intl';
import { Empty } from '@/ui/page';
import { Panel } from '@/ui/panel';
import { ClusterPicture } from './cluster-picture';
import type { Cluster } from './similarity.types';
import styles from './similarity.module.css';

const LISTED = 10;

interface Props {
  clusters: readonly Cluster[];
  slug: string;
}

/** Groups of students whose works are alike, as pictures and in words. */
export function Clusters({ clusters, slug }: Props) {
  const t = useTranslations('similarity');
  if (clusters.length === 0) return <Empty title={t('noClustersTitle')}>{t('noClustersText')}</Empty>;
  return (
    <div className={styles.clusters}>
      {clusters.map((cluster, index) => {
        const title = t('cluster', { number: index + 1, students: cluster.students.length });
        const left = cluster.pairs.length - LISTED;
        return (
          <Panel key={cluster.students.map(({ key }) => key).join(' ')} title={title}>
            <ClusterPicture
              cluster={cluster}
              label={t('clusterPicture', { names: cluster.students.map(({ name }) => name).join(', ') })}
            />
            <ul className={styles.list}>
              {cluster.pairs.slice(0, LISTED).map((pair) => (
                <li key={pair.id}>
                  <Link href={`/assignments/${slug}/similarity/${pair.id}`}>
                    {t('pairOf', { left: pair.left.name, right: pair.right.name })}
                  </Link>{' '}
                  <span className="num">{t('percent', { share: pair.similarity })}</span>
                </li>
              ))}
              {left > 0 && <li>{t('morePairs', { count: left })}</li>}
            </ul>
          </Panel>
        );
      })}
    </div>
  );
}
