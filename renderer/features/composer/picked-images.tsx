import { X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { IMAGE_ALT_MAX } from '#shared/domain/image.ts';
import { harmless } from '#shared/text/harmless.ts';
import type { PickedImage } from '../../state/state.ts';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import { useImage } from '../use-image.ts';
import styles from './picked-images.module.css';
import type { PickedImages as Picked } from './use-picked-images.ts';

export type PickedImagesProps = {
  readonly picked: Picked;
  readonly onSend: () => void;
  /** One was removed: the focus has to go somewhere. */
  readonly onRemoved: () => void;
};

/** What will be added with the line: each with a field for what is to be seen on it. */
export function PickedImages({ picked, onSend, onRemoved }: PickedImagesProps) {
  const { images, coming, problem } = picked;
  return (
    <div className={styles.picked}>
      {images.length > 0 && (
        <ul className={styles.list} aria-label="Images to add">
          {images.map((image) => (
            <PickedRow
              key={image.entry}
              image={image}
              onDescribe={(alt) => picked.describe(image.entry, alt)}
              onSend={onSend}
              onRemove={() => {
                picked.remove(image.entry);
                onRemoved();
              }}
            />
          ))}
        </ul>
      )}
      <p role="status" className={styles.coming} hidden={coming === 0}>
        {coming > 0 && (coming === 1 ? 'Reading the image' : `Reading ${coming} images`)}
      </p>
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          <bdi>{problem.message}</bdi> <bdi>{problem.hint}</bdi>
        </p>
      )}
    </div>
  );
}

type PickedRowProps = {
  readonly image: PickedImage;
  readonly onDescribe: (alt: string) => void;
  readonly onSend: () => void;
  readonly onRemove: () => void;
};

function PickedRow({ image: { id, name, alt }, onDescribe, onSend, onRemove }: PickedRowProps) {
  const address = useImage(id);
  const pressed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter') return;
    event.preventDefault();
    onSend();
  };
  return (
    <li className={styles.row}>
      <span className={styles.frame}>
        {address !== null && <img className={styles.thumbnail} src={address} alt="" />}
      </span>
      <label className={styles.about}>
        <bdi className={styles.name}>{harmless(name)}</bdi>
        <input
          className={styles.alt}
          aria-label={`What ${harmless(name)} shows`}
          placeholder="What it shows (for those who cannot see it)"
          autoComplete="off"
          maxLength={IMAGE_ALT_MAX}
          value={alt}
          onChange={(event) => onDescribe(event.target.value)}
          onKeyDown={pressed}
        />
      </label>
      <Button look="icon" label={`Remove ${harmless(name)}`} onPress={onRemove}>
        <X {...ICON} />
      </Button>
    </li>
  );
}
