import styles from './desk-loading.module.css';

/** Room for the lists while they are read: seen only when that takes long enough to wonder. */
export function DeskLoading({ isWide }: { readonly isWide: boolean }) {
  return (
    <div className={styles.loading} data-wide={isWide} role="status" aria-label="Desk">
      <span className={styles.said}>Reading what is here</span>
      <i aria-hidden="true" />
      <i aria-hidden="true" />
      <i aria-hidden="true" />
    </div>
  );
}
