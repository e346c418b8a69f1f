import type { IncidentId } from '#shared/base/ids.ts';
import type { ClockPace } from './fast-clock.ts';

/** What a desk's process is told when it is started: JSON, as its only argument. */
export type DeskSetup = {
  readonly profile: string;
  /** Null: there is no network. */
  readonly slackApiUrl: string | null;
  readonly token: string | null;
  readonly pace: ClockPace;
  readonly seed: number;
  /** Incidents that are known to be there from before. */
  readonly incidents: readonly IncidentId[];
  readonly work: Work;
};

/** What the desk does once it runs. */
export type Work = {
  /** How many deeds, at most; it goes on syncing afterwards, until it is ended. */
  readonly deeds: number;
  /** Real ms between two deeds, on average. */
  readonly every: number;
  /** Ends by itself when all is done and Slack has it, for runs that are counted. */
  readonly thenStop: boolean;
};

/** The one op of a deed that only this deed can have made. */
export type Trace = {
  readonly incident: IncidentId;
  readonly entity: string;
  readonly field: string;
  readonly value: string | boolean;
};

/** A line of a desk's output. */
export type DeskLine =
  /** The first answer: real ms since the process began, and since the engine was asked to start. */
  | { readonly said: 'up'; readonly sinceProcess: number; readonly sinceEngine: number }
  | { readonly said: 'refused'; readonly message: string; readonly hint: string | null }
  /** A command was answered: from now on its effect must survive everything. */
  | { readonly said: 'done'; readonly trace: Trace }
  | {
      readonly said: 'not-done';
      readonly name: string;
      readonly code: string;
      readonly message: string;
      readonly hint: string | null;
    }
  | { readonly said: 'stopped' };
