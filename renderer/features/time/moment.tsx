const TIME = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const DAY = new Intl.DateTimeFormat('en', { weekday: 'long', day: 'numeric', month: 'long' });
const DAY_AND_YEAR = new Intl.DateTimeFormat('en', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const IN_WORDS = new Intl.DateTimeFormat('en', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const WHOLE = new Intl.DateTimeFormat('en', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'short',
});

/** `02:14`; the whole of it, with zone and in UTC, when pointed at. */
export function Moment({ at, className }: { readonly at: number; readonly className?: string }) {
  const date = new Date(at);
  return (
    <time
      dateTime={date.toISOString()}
      title={wholeTime(at)}
      {...(className === undefined ? {} : { className })}
    >
      {TIME.format(date)}
    </time>
  );
}

/** `Fri, 21 Nov, 02:14:07 GMT+1 · 01:14:07 UTC`. */
export function wholeTime(at: number): string {
  return `${WHOLE.format(at)} · ${utc(new Date(at))}`;
}

function utc(date: Date): string {
  return `${date.toISOString().slice(11, 19)} UTC`;
}

/** `Fri, 21 Nov, 02:14` where the reader is: a moment inside a sentence. */
export function localTime(at: number): string {
  return IN_WORDS.format(at);
}

/** The day a moment falls on, where the reader is. */
export function dayOf(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`;
}

/** `Today`, `Yesterday`, `Friday 21 November`. */
export function dayName(at: number, now: number): string {
  const day = dayOf(at);
  if (day === dayOf(now)) return 'Today';
  const yesterday = new Date(now);
  yesterday.setDate(yesterday.getDate() - 1);
  if (day === dayOf(yesterday.getTime())) return 'Yesterday';
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return (isThisYear ? DAY : DAY_AND_YEAR).format(at);
}
