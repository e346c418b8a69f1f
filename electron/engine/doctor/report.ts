/** What was looked at. */
export type Part =
  | 'file'
  | 'log'
  | 'journal'
  | 'tables'
  | 'queue'
  | 'post-mortems'
  | 'mirror'
  | 'search'
  | 'backups';

/**
 * `sound`: nothing to do. `repaired`: it was not, and is. `lost`: something that somebody wrote is in
 * none of the places it was kept in, as far as this computer can tell.
 */
export type State = 'sound' | 'repaired' | 'lost';

export type Finding = {
  readonly part: Part;
  readonly state: State;
  /** What was found and what was done, for a person. */
  readonly message: string;
};

export type Report = {
  readonly profile: string;
  /** The worst of the findings. */
  readonly state: State;
  readonly findings: readonly Finding[];
};

const WORST_FIRST: readonly State[] = ['lost', 'repaired', 'sound'];

export function reportOf(profile: string, findings: readonly Finding[]): Report {
  const state = WORST_FIRST.find((state) => findings.some((finding) => finding.state === state));
  return { profile, state: state ?? 'sound', findings };
}

/** `1 change`, `3 changes` */
export function counted(n: number, one: string): string {
  return `${n.toLocaleString('en')} ${one}${n === 1 ? '' : 's'}`;
}
