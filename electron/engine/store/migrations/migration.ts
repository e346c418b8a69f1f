/** One step of the schema. Steps are appended, never edited: files made by each are out there. */
export type Migration = {
  readonly version: number;
  readonly sql: string;
  /** The derived tables have another shape or content now: they are made again from the log. */
  readonly rebuild?: true;
};
