import { type LinkRecord, links } from '../store/links.ts';
import type { CommandsOf } from './handler.ts';
import { addRecord, editRecord, type RecordOf } from './record.ts';

const LINK: RecordOf<LinkRecord> = { entity: 'link', table: links };

export const linkCommands: CommandsOf<'link'> = {
  'link.add': (context, { incident, link, ...fields }) =>
    addRecord(context, LINK, incident, link, fields),
  'link.edit': (context, { incident, link, ...fields }) =>
    editRecord(context, LINK, incident, link, fields),
};
