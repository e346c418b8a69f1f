import styles from './shell.module.css';

/** Stands over everything while the engine is out of reach. */
export function ConnectionBanner() {
  return (
    <p className={styles.banner} role="alert">
      Quarterdeck has stopped. Start it again; nothing is lost.
    </p>
  );
}
