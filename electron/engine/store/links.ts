import { type RecordRow, recordTable } from './record-table.ts';

/** `url` starts with `https://`. */
export type LinkRecord = RecordRow & { readonly title: string; readonly url: string };

export const links = recordTable<LinkRecord>('link', { title: 'plain', url: 'plain' });
