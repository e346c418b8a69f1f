import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import type { IncidentId } from '#shared/base/ids.ts';
import type { AskedIssueViewT } from '#shared/contract/views/github.ts';
import type { FollowUpViewT } from '#shared/contract/views/record.ts';
import { useDesk, useDesktop } from '../../state/desktop.tsx';
import { selectAskedIssues } from '../../state/settings.ts';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import { InlineText } from '../../ui/inline-text.tsx';
import { linkTarget } from '../../ui/link-target.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Problem } from '../../ui/problem.ts';
import { useSubmit } from '../submit.ts';
import type { FollowUpText } from './follow-up-shape.ts';
import styles from './follow-ups.module.css';

/** The incident of a follow-up, as far as its issue has to do with it. */
export type IssuePlace = { readonly incident: IncidentId; readonly isPrivate: boolean };

export type FollowUpIssueProps = IssuePlace & {
  readonly followUp: FollowUpViewT;
  readonly onWrite: (patch: FollowUpText) => Promise<Problem | null>;
};

/** Where its issue is: written down, or made on GitHub at one press. */
export function FollowUpIssue({ followUp, onWrite, ...place }: FollowUpIssueProps) {
  const { id, issueUrl } = followUp;
  const asked = useDesk(selectAskedIssues).find((one) => one.followUp === id);
  const target = issueUrl === null ? null : linkTarget(issueUrl);
  return (
    <div className={styles.issue}>
      <div className={styles.address}>
        <InlineText
          label="Issue"
          prompt="https://…"
          value={issueUrl ?? ''}
          isMultiline={false}
          onSave={(text) => onWrite({ issueUrl: text.trim() === '' ? null : text })}
        />
        {target !== null && (
          <a
            href={target.href}
            title={target.href}
            target="_blank"
            rel="noopener noreferrer"
            aria-label="Open the issue"
          >
            <ExternalLink {...ICON} size={14} />
          </a>
        )}
      </div>
      {issueUrl === null && <Making {...place} followUp={id} asked={asked ?? null} />}
    </div>
  );
}

type MakingProps = IssuePlace & {
  readonly followUp: string;
  readonly asked: AskedIssueViewT | null;
};

function Making({ incident, isPrivate, followUp, asked }: MakingProps) {
  const { store } = useDesktop();
  const { problem, submit, isBusy } = useSubmit();
  const [isWarned, setWarned] = useState(false);
  const create = (isTold: boolean) =>
    void submit(() =>
      store.getState().change('github.create-issue', {
        incident,
        followUp,
        ...(isTold ? { private: true } : {}),
      }),
    );
  const press = () => {
    if (isPrivate) setWarned(true);
    else create(false);
  };
  const takeBack = () =>
    void submit(() => store.getState().change('github.forget-issue', { incident, followUp }));
  if (asked !== null) return <Asked asked={asked} onAgain={() => create(true)} onBack={takeBack} />;
  if (isWarned) {
    const warn = {
      message: 'This incident is private.',
      hint: 'Whoever sees the repository reads its issue.',
    };
    return (
      <Notice problem={problem ?? warn}>
        <Button isDisabled={isBusy} onPress={() => create(true)}>
          Create it all the same
        </Button>
        <Button look="quiet" onPress={() => setWarned(false)}>
          Cancel
        </Button>
      </Notice>
    );
  }
  return (
    <>
      <Button look="quiet" isDisabled={isBusy} onPress={press}>
        Create GitHub issue
      </Button>
      {problem !== null && (
        <Notice problem={problem}>
          <a href="#/settings">Settings</a>
        </Notice>
      )}
    </>
  );
}

type AskedProps = {
  readonly asked: AskedIssueViewT;
  readonly onAgain: () => void;
  readonly onBack: () => void;
};

/** What has become of it so far. */
function Asked({ asked: { state, message, hint }, onAgain, onBack }: AskedProps) {
  return (
    <div className={styles.asked} role="status" data-state={state}>
      <p>
        {message} {hint}
      </p>
      {state === 'held' && (
        <Button look="quiet" onPress={onAgain}>
          Try again
        </Button>
      )}
      <Button look="quiet" onPress={onBack}>
        {state === 'held' ? 'Leave it' : 'Cancel'}
      </Button>
    </div>
  );
}
