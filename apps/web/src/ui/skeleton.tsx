import styles from './skeleton.module.css';

/** A quiet block of the size of what is coming. Height and width are CSS lengths. */
export function Block({ height, width = '100%' }: { height: string; width?: string }) {
  return <div className={styles.block} style={{ height, width }} />;
}

/** The shape of a page with a head and a body, shown while the next page is on its way. */
export function PageSkeleton({ label }: { label: string }) {
  return (
    <div className={styles.page} role="status" aria-label={label}>
      <Block height="1rem" width="12rem" />
      <Block height="2.25rem" width="min(26rem, 80%)" />
      <Block height="1.5rem" width="min(38rem, 95%)" />
      <div className={styles.columns}>
        <Block height="26rem" />
        <Block height="16rem" />
      </div>
    </div>
  );
}
