import { LINK_TITLE_MAX } from '../../domain/link.ts';
import { Incident, neededText, Ulid, Url } from '../fields.ts';
import { command, whetherDeleted } from './command.ts';

const Link = { incident: Incident, link: Ulid };
const Title = neededText(LINK_TITLE_MAX, 'Say what the link opens.', 'A title');

export const linkInputs = {
  'link.add': command({ ...Link, title: Title, url: Url }),
  'link.edit': command({
    ...Link,
    title: Title.optional(),
    url: Url.optional(),
    ...whetherDeleted,
  }),
} as const;
