import type { IncidentId } from '#shared/base/ids.ts';
import { err, ok } from '#shared/base/result.ts';
import { contractError } from '#shared/contract/errors.ts';
import type { Content } from '#shared/post-mortem/content.ts';
import { postMortemOf } from '../store/post-mortems.ts';
import { situationOf } from '../store/situations.ts';
import { type Answer, findIncident, type HandlerContext, type QueryHandlers } from './handler.ts';
import { imageQueries } from './image.ts';
import { personView } from './people.ts';
import { evidenceQueries } from './post-mortem-evidence.ts';

/** Bytes that go to a page at once: a multiple of three, so that parts in base64 stand one behind another. */
const PIECE = 399_999;
/** All images of one file together; those behind are named only. */
const IMAGES_MAX = 40_000_000;
const MEETING_MINUTES = 30;

type Format = 'markdown' | 'html' | 'json';
type File = { readonly name: string; readonly type: string; readonly bytes: Buffer };
type ExportQueries = Pick<QueryHandlers, 'post-mortem-export' | 'post-mortem-invitation'>;

const NOT_BEGUN = contractError(
  'not_possible',
  'Nobody has begun this post-mortem.',
  'Begin it, then export it.',
);

const NO_DATE = contractError(
  'not_possible',
  'Nobody has said when it is discussed.',
  'Set a day and a time for it first.',
);

export const postMortemExportQueries: ExportQueries = {
  'post-mortem-export': async (context, { incident, format, zone = 'UTC', offset }) => {
    const made = await postMortemFile(context, incident, format, zone);
    if (!made.ok) return made;
    const { name, type, bytes } = made.value;
    const next = offset + PIECE < bytes.length ? offset + PIECE : null;
    const data = bytes.subarray(offset, offset + PIECE).toString('base64');
    return ok({ name, type, data, next });
  },
  'post-mortem-invitation': async (context, { incident, minutes, people = [] }) => {
    const found = findIncident(context, incident);
    if (!found.ok) return found;
    const { review } = situationOf(context.db, incident);
    if (review.by === null) return err(NO_DATE);
    const { invitationFile } = await import('#shared/post-mortem/invitation.ts');
    const made = context.ports.clock.now();
    const { code, name } = found.value;
    const text = invitationFile({
      ...{ id: incident, title: `Post-mortem: ${code} ${name}`, start: review.by, made },
      // A later file moves the meeting that an earlier one put into the calendar.
      sequence: Math.floor(made / 1_000) % 2_147_483_647,
      minutes: minutes ?? MEETING_MINUTES,
      text: invitationText(people.map((ref) => personView(context.db, ref).name)),
    });
    return ok({ name: `${fileName(code)}.ics`, text });
  },
};

/** Names alone: Slack tells a desktop no addresses, so people are added in the calendar. */
function invitationText(names: readonly string[]): string {
  const purpose = 'Read the draft before. We look for what made it hard, not for who.';
  return names.length === 0 ? purpose : `${purpose}\n\nPeople: ${names.join(', ')}`;
}

/**
 * The post-mortem as it leaves, as one file.
 * @param zone of its times
 * @param now ms since 1970: where what still goes on ends
 */
export async function postMortemFile(
  context: HandlerContext,
  incident: IncidentId,
  format: Format,
  zone: string,
  now = context.ports.clock.now(),
): Promise<Answer<File>> {
  const evidence = await evidenceQueries['post-mortem-evidence'](context, { incident });
  if (!evidence.ok) return evidence;
  if (postMortemOf(context.db, incident) === null) return err(NOT_BEGUN);
  const { exported } = await import('#shared/post-mortem/exported.ts');
  const { clockIn } = await import('#shared/post-mortem/story.ts');
  const document = exported(await context.postMortems.document(incident), {
    ...{ evidence: evidence.value, clock: clockIn(zone), now },
  });
  const { code, name } = evidence.value.incident;
  const title = `${code} ${name}`;
  const { type, end, text } = await written(context, format, { document, title });
  return ok({ name: `${fileName(code)}.${end}`, type, bytes: Buffer.from(text) });
}

const fileName = (code: string) => `${code.replace(/[^A-Za-z0-9-]/g, '')}-post-mortem`;

type Whole = { readonly document: Content; readonly title: string };

async function written(context: HandlerContext, format: Format, { document, title }: Whole) {
  switch (format) {
    case 'markdown': {
      const { writeMarkdown } = await import('#shared/post-mortem/markdown.ts');
      const head = {
        type: 'heading',
        attrs: { level: 1 },
        content: [{ type: 'text', text: title }],
      };
      const whole = { type: 'doc', content: [head, ...(document.content ?? [])] };
      return { type: 'text/markdown', end: 'md', text: writeMarkdown(whole) };
    }
    case 'html': {
      const { writeHtml } = await import('#shared/post-mortem/html.ts');
      return {
        type: 'text/html',
        end: 'html',
        text: writeHtml(document, title, imagesOf(context)),
      };
    }
    case 'json': {
      const text = `${JSON.stringify({ v: 1, title, document }, null, 2)}\n`;
      return { type: 'application/json', end: 'json', text };
    }
  }
}

/** Images that are on this desktop, as addresses that hold them. */
function imagesOf(context: HandlerContext): (src: string) => string | null {
  let left = IMAGES_MAX;
  const known = new Map<string, string | null>();
  const read = (id: string): string | null => {
    let data = '';
    for (let offset: number | null = 0; offset !== null; ) {
      const part = imageQueries.image(context, { id, offset });
      if (part instanceof Promise || !part.ok) return null;
      data += part.value.data;
      if (data.length > left) return null;
      offset = part.value.next;
      if (offset === null) {
        left -= data.length;
        return `data:${part.value.type};base64,${data}`;
      }
    }
    return null;
  };
  return (src) => {
    const id = src.startsWith('file:') ? src.slice('file:'.length) : '';
    if (id === '') return null;
    if (!known.has(id)) known.set(id, read(id));
    return known.get(id) ?? null;
  };
}
