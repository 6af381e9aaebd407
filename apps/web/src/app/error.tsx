'use client';

import { Failure } from '@/ui/failure';
import styles from '@/ui/dead-end.module.css';

export default function RootError({ error }: { error: Error & { digest?: string } }) {
  return (
    <main className={styles.outside}>
      <Failure digest={error.digest} onRetry={() => window.location.reload()} />
    </main>
  );
}
