import { isSafeUrl } from '#shared/domain/link.ts';
import { textField } from '#shared/ops/merge.ts';
import { links } from '../../store/links.ts';
import { projectRecord } from './record.ts';

/** A link that nobody should open stays in the log alone. */
export const projectLink = projectRecord('link', links, (state) => {
  const url = textField(state, 'url');
  if (url === null || !isSafeUrl(url)) return null;
  return { url, title: textField(state, 'title') ?? url };
});
