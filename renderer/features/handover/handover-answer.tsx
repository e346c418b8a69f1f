import type { IncidentId } from '#shared/base/ids.ts';
import type { HandoverViewT } from '#shared/contract/views/record.ts';
import { LEAD, roleName } from '#shared/domain/role.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { dutyKey } from '../role/duty.tsx';
import { useSubmit } from '../submit.ts';
import styles from './handover.module.css';

export type HandoverAnswerProps = {
  readonly incident: IncidentId;
  /** Null once it was answered, or taken back. */
  readonly offer: HandoverViewT | null;
  readonly onClose: () => void;
};

/** The receiver reads the brief, and takes the role or not. */
export function HandoverAnswer({ incident, offer, onClose }: HandoverAnswerProps) {
  const { store, drafts } = useDesktop();
  const { problem, isBusy, submit } = useSubmit();
  if (offer === null) {
    return (
      <Sheet title="Hand-over" place="side" onClose={onClose}>
        <p>This hand-over has been answered or taken back already.</p>
        <div className={styles.end}>
          <Button onPress={onClose}>Close</Button>
        </div>
      </Sheet>
    );
  }
  const { id, role, from, to, brief } = offer;
  const name = roleName(role).toLowerCase();
  const answer = async (command: 'handover.accept' | 'handover.decline') => {
    const input = { incident, handover: id };
    const answered = await submit(() => store.getState().change(command, input));
    if (answered === null) return;
    // What the role is there for is said anew, whoever had it before.
    if (command === 'handover.accept') drafts.write(dutyKey(incident, role, to.ref), '');
    onClose();
  };
  return (
    <Sheet title={`Take the ${name}?`} place="side" onClose={onClose}>
      <p>
        <bdi>{from?.name ?? 'Somebody'}</bdi> hands the {name} over to you.
      </p>
      <div className={styles.brief}>
        <bdi className={styles.text}>{brief}</bdi>
      </div>
      {problem !== null && <Notice problem={problem} />}
      <div className={styles.end}>
        <Button look="quiet" isDisabled={isBusy} onPress={() => void answer('handover.decline')}>
          Not now
        </Button>
        <Button
          look="primary"
          autoFocus
          isDisabled={isBusy}
          onPress={() => void answer('handover.accept')}
        >
          {role === LEAD ? 'Take the lead' : 'Take the role'}
        </Button>
      </div>
    </Sheet>
  );
}
