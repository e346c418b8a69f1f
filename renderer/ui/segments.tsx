import styles from './segments.module.css';

export type Segment<Key extends string> = {
  readonly key: Key;
  readonly name: string;
  /** Said when it is pointed at. */
  readonly about?: string;
};

export type SegmentsProps<Key extends string> = {
  readonly label: string;
  readonly segments: readonly Segment<Key>[];
  /** Null while none is. */
  readonly chosen: Key | null;
  readonly onChoose: (key: Key) => void;
};

/** A few choices side by side, of which one holds. */
export function Segments<Key extends string>(props: SegmentsProps<Key>) {
  const { label, segments, chosen, onChoose } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame and a legend of its own
    <div className={styles.segments} role="group" aria-label={label}>
      {segments.map(({ key, name, about }) => (
        <button
          key={key}
          type="button"
          className={styles.segment}
          aria-pressed={key === chosen}
          title={about}
          onClick={() => onChoose(key)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
