import type { DiagnosticsViewT } from '#shared/contract/views/diagnostics.ts';

type Span = DiagnosticsViewT['spans'][number];

const READ: Readonly<Record<string, string>> = {
  announcements: 'Read the announcements',
  people: 'Read who is there',
  private: 'Look for private channels',
};

const PARTS: Readonly<Record<string, string>> = {
  gap: 'Close the gap in',
  walk: 'Go back through',
  sweep: 'Look again through',
  threads: 'Read the threads of',
  files: 'Fetch the images of',
};

const OUTCOMES: Readonly<Record<string, string>> = {
  done: 'done',
  later: 'to go on later',
  offline: 'no connection',
  limited: 'asked to wait',
  unclear: 'no clear answer',
  parked: 'held back',
  refused: 'refused',
  failed: 'failed here',
};

/** What the sync did: `Read INC-7F3K`. */
export function spanWords({ what, subject }: Span): string {
  switch (what) {
    case 'sign-in':
      return 'Sign in';
    case 'send':
      return `Send ${subject}`;
    case 'announce':
      return `Announce ${subject}`;
    case 'read':
      return READ[subject] ?? readWords(subject);
  }
}

/** What is read of an incident beside its newest messages: `sweep INC-7F3K`. */
function readWords(subject: string): string {
  const [part = '', incident] = subject.split(' ');
  if (incident === undefined) return `Read ${subject}`;
  return `${PARTS[part] ?? 'Read'} ${incident}`;
}

/** What came of it. */
export const outcomeWords = ({ outcome }: Pick<Span, 'outcome'>) => OUTCOMES[outcome] ?? outcome;
