import type { Workspace } from '../localslack/workspace.ts';
import type { Chance } from './chance.ts';
import type { Chronicle } from './chronicle.ts';
import type { Desk } from './desk.ts';
import type { Fault } from './faults.ts';
import type { Network } from './network.ts';
import type { StoredOp } from './stored.ts';
import type { Timeline } from './timeline.ts';

/** Everything a run is made of. */
export type Stage = {
  readonly timeline: Timeline;
  readonly slack: Workspace;
  readonly network: Network;
  readonly desks: readonly Desk[];
  /** Messages that a page of a channel has at least, where there are so many. */
  readonly page: number;
  /** What may go wrong in this run. */
  readonly faults: readonly Fault[];
  readonly chance: Chance;
  readonly chronicle: Chronicle;
  /** Ops of commands that were answered with "done", as they lay on the disk then. */
  readonly acked: Map<string, StoredOp>;
  /** Desktops at which somebody asked to take something back before it left. */
  readonly tookBack: Set<string>;
  /** Ops that were put back into the queue, or took another's place in it. */
  readonly requeued: Set<string>;
  /** Ops in messages that a desktop deleted again. */
  readonly takenAway: string[];
  /** Words that were written in post-mortems and confirmed. */
  readonly written: Map<string, { readonly incident: string; readonly desk: string }>;
  readonly faultsHit: Map<Fault, number>;
  readonly answers: Map<string, number>;
};

export function hit(stage: Pick<Stage, 'faultsHit'>, fault: Fault): void {
  stage.faultsHit.set(fault, (stage.faultsHit.get(fault) ?? 0) + 1);
}
