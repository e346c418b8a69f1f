/** Longer than this nobody reads at the moment of assignment. */
export const DUTY_MAX = 300;

/** What each role is there for, said when somebody takes it on. */
const DUTIES: Readonly<Record<string, string>> = {
  lead: 'Coordinate, decide, delegate. Leave graphs, logs and fixes to others. Keep the updates coming.',
  deputy: 'Watch the clock, the severity and how much the lead carries. Be ready to take over.',
  scribe: 'Write down decisions, actions and what was found, not all that is said.',
  comms:
    'Own both update clocks. Tell customers and colleagues on time, also when there is no news.',
};

/** The duty of a role that comes with Quarterdeck; null for one that a team named. */
export function roleDuty(role: string): string | null {
  return Object.hasOwn(DUTIES, role) ? (DUTIES[role] ?? null) : null;
}
