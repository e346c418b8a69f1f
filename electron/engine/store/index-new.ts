const indexNew = (index: string, table: string) =>
  `INSERT INTO ${index} (rowid, text) SELECT id, text FROM ${table}
   WHERE id > coalesce((SELECT max(id) FROM ${index}_docsize), 0) ORDER BY id`;

/**
 * Takes new rows into the full text: run at the end of every transaction. Numbers only rise, so that
 * what is new stands above all that is indexed; edits and removals are for the schema's triggers.
 */
export const INDEX_NEW: readonly string[] = [
  indexNew('message_search', 'slack_message'),
  indexNew('written_search', 'written'),
];
