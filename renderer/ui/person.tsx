import styles from './person.module.css';

/** A person where no photo is at hand; their name stands beside it, so the letters are a drawing. */
export function PersonDisc({ name }: { readonly name: string }) {
  return <span className={styles.disc} data-initials={initials(name)} aria-hidden="true" />;
}

/** `Ana de Souza` → `AS`, `ben` → `B`. */
export function initials(name: string): string {
  const words = name.split(/[\s._-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return letters
    .map((word) => word?.match(/[\p{L}\p{N}]/u)?.[0] ?? '')
    .join('')
    .toUpperCase();
}
