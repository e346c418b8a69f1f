import type { TimelineItemT } from '#shared/contract/views.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import { RichText } from '../../ui/rich-text.tsx';
import { useSubmit } from '../submit.ts';
import styles from './slack-changed.module.css';

type Note = Extract<TimelineItemT, { kind: 'note' }>;

const NOBODY = {};

/** Slack says something else than what was added: both stand here until somebody chooses. */
export function SlackChanged({ item }: { readonly item: Note }) {
  const { store } = useDesktop();
  const { problem, submit, isBusy } = useSubmit();
  const settle = (keep: 'ours' | 'slack') =>
    void submit(() => store.getState().settleLine(item, keep));
  return (
    <div className={styles.changed}>
      <p className={styles.what}>Slack changed this message after it was added. There it says:</p>
      <RichText text={item.slack?.now ?? ''} notation="typed" names={NOBODY} />
      <div className={styles.choice}>
        <Button hint="S" isDisabled={isBusy} onPress={() => settle('slack')}>
          Use Slack’s
        </Button>
        <Button look="quiet" isDisabled={isBusy} onPress={() => settle('ours')}>
          Keep ours
        </Button>
      </div>
      {problem !== null && <p role="alert">{problem.message}</p>}
    </div>
  );
}
