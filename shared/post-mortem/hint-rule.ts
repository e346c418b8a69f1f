/** Phrases that blame or stop inquiry, and what to ask instead. */
export type HintRule = {
  /** Stays what it is when the rule is reworded. */
  readonly id: string;
  /** As people write them; `*` stands for the rest of a word, `X` for a word, `NAME` for a person. */
  readonly phrases: readonly string[];
  readonly offer: string;
};
