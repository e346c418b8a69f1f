import { Incident, NoteText, Ulid } from '../fields.ts';
import { command } from './command.ts';

export const timelineInputs = {
  'note.add': command({ incident: Incident, entry: Ulid, text: NoteText }),
} as const;
