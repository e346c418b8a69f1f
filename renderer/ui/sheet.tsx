import type { ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import styles from './sheet.module.css';

export type SheetProps = {
  readonly title: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
  /** `side`: along the right edge, so that what happened can be read beside it. `wide`: for a page of text. */
  readonly place?: 'middle' | 'side' | 'wide';
};

/** Lies over the page until it is done or left; Escape and a press outside leave it. */
export function Sheet({ title, children, onClose, place = 'middle' }: SheetProps) {
  return (
    <ModalOverlay
      className={`${styles.veil} ${place === 'side' ? styles.aside : ''}`}
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className={`${styles.sheet} ${place === 'wide' ? styles.wide : ''}`}>
        <Dialog className={styles.dialog ?? ''}>
          <Heading slot="title" className={styles.title ?? ''}>
            {title}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
