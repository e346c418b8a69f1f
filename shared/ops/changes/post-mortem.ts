import { type ChangeReader, text } from './reader.ts';

/** What an op did to the post-mortem itself; its text travels in entities of their own. */
export const postMortemChanges: ChangeReader = (op) => {
  const template = text(op.set.template);
  return template === null ? [] : [{ kind: 'post-mortem-begun', template }];
};

/** What somebody wrote in it. It shows in the document, and nowhere else. */
export const postMortemTextChanges: ChangeReader = () => [{ kind: 'post-mortem-written' }];
