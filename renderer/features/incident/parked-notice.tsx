import type { IncidentId } from '#shared/base/ids.ts';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useSubmit } from '../submit.ts';
import { changes } from '../sync/sync-words.ts';

export type ParkedNoticeProps = {
  readonly incident: IncidentId;
  readonly parked: NonNullable<IncidentViewT['parked']>;
};

/** What has not reached Slack and will not by itself: why, and what to do. */
export function ParkedNotice({ incident, parked }: ParkedNoticeProps) {
  const { store } = useDesktop();
  const { problem, submit, isBusy } = useSubmit();
  const held = `${changes(parked.count)} held back. ${parked.reason}`;
  return (
    <Notice problem={problem ?? { message: held, hint: parked.hint }} role="note">
      <Button
        isDisabled={isBusy}
        onPress={() => void submit(() => store.getState().retrySync(incident))}
      >
        Retry
      </Button>
    </Notice>
  );
}
