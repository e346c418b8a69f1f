import type { Trace } from './desk-setup.ts';

/** What a desk is to go through: JSON, as its only argument. */
export type OrdealSetup = {
  readonly ordeal: 'fullDisk' | 'failingDisk' | 'noHandles' | 'noRights';
  readonly profile: string;
  /** The folder where a small disk is mounted, for those who fill it. */
  readonly disk: string;
  readonly seed: number;
};

/** How it went. */
export type OrdealReport = {
  /** What was wrong; empty when all is well. */
  readonly findings: readonly string[];
  /** Changes that were answered as done, and that were refused. */
  readonly done: number;
  readonly refused: number;
  /** The different words of refusal. */
  readonly words: readonly string[];
  /** What was answered as done. */
  readonly promised: readonly Trace[];
};
