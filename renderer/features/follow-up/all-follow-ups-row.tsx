import { ChevronDown, ExternalLink, Lock } from 'lucide-react';
import { memo, useState } from 'react';
import type { FollowUpOfViewT } from '#shared/contract/views/record.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { routeHash } from '../../state/route.ts';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import { InlineText } from '../../ui/inline-text.tsx';
import { linkTarget } from '../../ui/link-target.ts';
import type { Choice } from '../../ui/picker.tsx';
import { useChange } from '../change.ts';
import { Age, useTicking } from '../time/running-clock.tsx';
import styles from './all-follow-ups.module.css';
import { dueWords, isOverdue, issueName } from './all-follow-ups.ts';
import { OwnerChoice, StateChoice } from './follow-up-choices.tsx';
import { FollowUpDetails } from './follow-up-details.tsx';
import { type FollowUpPatch, type FollowUpText, isSettled } from './follow-up-shape.ts';
import { ProofField } from './proof-field.tsx';

export type AllFollowUpsRowProps = {
  readonly followUp: FollowUpOfViewT;
  readonly choices: readonly Choice[];
};

/** One follow-up among those of all incidents. */
export const AllFollowUpsRow = memo(function AllFollowUpsRow(props: AllFollowUpsRowProps) {
  const { followUp, choices } = props;
  const [isOpen, setOpen] = useState(false);
  const [isFinishing, setFinishing] = useState(false);
  const { edit, remove, write } = useFollowUp(followUp);
  return (
    <li className={styles.row} data-follow-up={followUp.id}>
      <div className={styles.line}>
        <div className={styles.what}>
          <InlineText
            label="Follow-up"
            prompt="What is to be done later?"
            value={followUp.text}
            isFaint={isSettled(followUp)}
            onSave={(text) => write({ text })}
          />
          <p className={styles.places}>
            <Place followUp={followUp} />
            {followUp.issueUrl !== null && <IssueLink url={followUp.issueUrl} />}
          </p>
          <div className={styles.proof}>
            <InlineText
              label="Done when"
              prompt="How do we know it is done?"
              value={followUp.doneWhen}
              onSave={(doneWhen) => write({ doneWhen })}
            />
          </div>
        </div>
        <span className={styles.owner}>
          <OwnerChoice followUp={followUp} choices={choices} onEdit={edit} />
        </span>
        <span className={styles.state}>
          <StateChoice followUp={followUp} onEdit={edit} onAskProof={() => setFinishing(true)} />
        </span>
        <Due followUp={followUp} />
        <span className={styles.age}>
          <Age since={followUp.addedAt} />
        </span>
        <span className={styles.more} data-open={isOpen}>
          <Button
            look="icon"
            label={isOpen ? 'Hide details' : 'Details of the follow-up'}
            isExpanded={isOpen}
            onPress={() => setOpen(!isOpen)}
          >
            <ChevronDown {...ICON} />
          </Button>
        </span>
      </div>
      {isFinishing && <ProofField onWrite={write} onClose={() => setFinishing(false)} />}
      {isOpen && (
        <div className={styles.details}>
          <FollowUpDetails
            place={{ incident: followUp.incident, isPrivate: followUp.private }}
            followUp={followUp}
            isProofShown
            onEdit={edit}
            onRemove={() => void remove()}
            onWrite={write}
          />
        </div>
      )}
    </li>
  );
});

/** The incident that it came from. */
function Place({ followUp }: { readonly followUp: FollowUpOfViewT }) {
  const { incident, code, name } = followUp;
  return (
    <a className={styles.place} href={routeHash({ page: 'incident', incident })}>
      <span className={styles.code}>{code}</span> <bdi>{name}</bdi>
      {followUp.private && (
        <Lock {...ICON} size={12} aria-hidden={false} aria-label="Private" role="img" />
      )}
    </a>
  );
}

/** Where its issue is, as far as one has to see it. */
function IssueLink({ url }: { readonly url: string }) {
  const target = linkTarget(url);
  if (target === null) return null;
  return (
    <a
      className={styles.place}
      href={target.href}
      title={target.href}
      target="_blank"
      rel="noopener noreferrer"
    >
      <bdi>{issueName(target.href)}</bdi> <ExternalLink {...ICON} size={12} />
    </a>
  );
}

function Due({ followUp }: { readonly followUp: FollowUpOfViewT }) {
  const words = useTicking((now) => dueWords(followUp, now));
  const isLate = useTicking((now) => (isOverdue(followUp, now) ? 'late' : ''));
  return (
    <span className={styles.due} data-late={isLate !== ''} data-tabular="">
      {words}
    </span>
  );
}

/** What can be done with it. What takes it out of sight can be taken back. */
function useFollowUp({ incident, id: followUp, state: before }: FollowUpOfViewT) {
  const { store } = useDesktop();
  const change = useChange();
  const ask = (patch: FollowUpPatch & { readonly deleted?: boolean }) =>
    store.getState().change('follow-up.edit', { incident, followUp, ...patch });
  const deed = (words: string, patch: Parameters<typeof ask>[0], back: typeof patch) =>
    store.getState().perform({ words, run: () => ask(patch), undo: () => ask(back) });
  return {
    edit: ({ state, ...patch }: FollowUpPatch) =>
      void (state === undefined
        ? store.getState().perform({ words: 'Changed', run: () => ask(patch), undo: null })
        : deed(`Now ${state}`, { state }, { state: before as typeof state })),
    remove: () => deed('Follow-up removed', { deleted: true }, { deleted: false }),
    write: (patch: FollowUpText) => change('follow-up.edit', { incident, followUp, ...patch }),
  };
}
