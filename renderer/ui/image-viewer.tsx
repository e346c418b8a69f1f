import { X } from 'lucide-react';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button } from './button.tsx';
import { ICON } from './icon.ts';
import styles from './image-viewer.module.css';

export type ImageViewerProps = {
  readonly src: string;
  /** What is to be seen on it. */
  readonly alt: string;
  readonly onClose: () => void;
};

/** An image as large as the window lets it be; Escape and a press beside it close it. */
export function ImageViewer({ src, alt, onClose }: ImageViewerProps) {
  return (
    <ModalOverlay
      className={styles.veil ?? ''}
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className={styles.sheet ?? ''}>
        <Dialog className={styles.dialog ?? ''} aria-label={`Image: ${alt}`}>
          <img className={styles.image} src={src} alt={alt} />
          <div className={styles.foot}>
            <bdi className={styles.about}>{alt}</bdi>
            <Button look="icon" label="Close" onPress={onClose}>
              <X {...ICON} />
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
