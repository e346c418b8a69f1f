import type { IncidentId } from '#shared/base/ids.ts';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useSubmit } from '../submit.ts';

export type RefusalNoticeProps = {
  readonly incident: IncidentId;
  readonly refusal: NonNullable<IncidentViewT['refusal']>;
};

/** What Slack refused without holding anything back. */
export function RefusalNotice({ incident, refusal }: RefusalNoticeProps) {
  const { store } = useDesktop();
  const { problem, submit, isBusy } = useSubmit();
  return (
    <Notice problem={problem ?? refusal} role="note">
      <Button
        isDisabled={isBusy}
        onPress={() => void submit(() => store.getState().retrySync(incident))}
      >
        Retry
      </Button>
    </Notice>
  );
}
