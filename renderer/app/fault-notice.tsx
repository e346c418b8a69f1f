import { useDesk, useDesktop } from '../state/desktop.tsx';
import { selectHasFailed } from '../state/faults.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './shell.module.css';

const FAILED = {
  message: 'Something in Quarterdeck failed just now.',
  hint: 'Everything saved is safe. Look whether the last thing you did is there; Diagnostics has the details.',
};

/** Says that something came to nothing, which would else go unnoticed. */
export function FaultNotice() {
  const { store } = useDesktop();
  const hasFailed = useDesk(selectHasFailed);
  if (!hasFailed) return null;
  return (
    <div className={styles.fault}>
      <Notice problem={FAILED}>
        <Button onPress={() => store.getState().forgetFault()}>Close</Button>
      </Notice>
    </div>
  );
}
