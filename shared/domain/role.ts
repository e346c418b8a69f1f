/** The one role every incident has; other roles are added where needed. */
export const LEAD = 'lead';

const NAMES: Readonly<Record<string, string>> = { lead: 'Lead' };

/** Role names as people say them; one that a newer Quarterdeck knows is shown as it came. */
export function roleName(role: string): string {
  return NAMES[role] ?? role;
}
