/** What a message in Slack may be for the timeline. */
export const SUGGESTION_KINDS = [
  'evidence',
  'hypothesis',
  'decision',
  'mitigation',
  'impact',
] as const;
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number];

const KIND_NAMES: Readonly<Record<SuggestionKind, string>> = {
  evidence: 'Evidence',
  hypothesis: 'Hypothesis',
  decision: 'Decision',
  mitigation: 'Mitigation',
  impact: 'Customer impact',
};

export function suggestionName(kind: SuggestionKind): string {
  return KIND_NAMES[kind];
}

/** As much of a message as the score goes by. */
export type Scored = {
  /** As Slack sent it, with `<@U…>` and `<url|label>` in it. */
  readonly text: string;
  readonly hasImage: boolean;
  readonly isPinned: boolean;
  /** How many reactions it has in all. */
  readonly reactions: number;
};

export type Suggestion = {
  readonly kind: SuggestionKind;
  /** The sum of its signals' weights: the higher, the likelier. */
  readonly score: number;
  /** Why, the weightiest first: `mentions rollback`. */
  readonly reasons: readonly string[];
};

/** Below this a message is talk. */
const ENOUGH = 3;
/** What a message is about stands at its beginning; a pasted log may go on for pages. */
const READ_MAX = 3_000;

type Signal = {
  readonly kind: SuggestionKind;
  readonly weight: number;
  readonly reason: string;
  readonly found: RegExp | ((message: Scored) => boolean);
};

const signal = (
  kind: SuggestionKind,
  weight: number,
  reason: string,
  found: Signal['found'],
): Signal => ({ kind, weight, reason, found });

/** Each speaks for one kind. They add up, and the kind with the most wins. */
const SIGNALS: readonly Signal[] = [
  signal('mitigation', 3, 'mentions rollback', /\broll(ed|ing|s)?[\s-]?back|\brevert/i),
  signal('mitigation', 3, 'mentions failover', /\bfail(ed|ing)?[\s-]?over\b/i),
  signal(
    'mitigation',
    3,
    'mentions a fix',
    /\bhot[\s-]?fix|\bpatch(ed|ing)?\b|\bfix (is|was|has|went)\b|\b(deploy|ship|push|merg)(ed|ing) (a|the) fix\b/i,
  ),
  signal(
    'mitigation',
    3,
    'mentions a restart',
    /\b(restart|reboot|redeploy)(ed|ing|s)?\b|\bbounc(ed|ing) (the|it)\b/i,
  ),
  signal(
    'mitigation',
    3,
    'mentions scaling',
    /\bscal(ed?|ing) (it |them )?(up|out|down)\b|\b(add|doubl)(ed|ing) (more |the )?(replicas?|nodes?|pods?|capacity|workers?)\b/i,
  ),
  signal(
    'mitigation',
    3,
    'mentions switching it off',
    /\b(disabl(ed|ing)|turn(ed|ing) (it |them )?off|kill ?switch|circuit breaker)\b|\bfeature[\s-]?flag/i,
  ),
  signal(
    'mitigation',
    3,
    'mentions relieving it',
    /\b(drain(ed|ing)|cordon(ed|ing)?|flush(ed|ing)|purg(ed|ing)|throttl(ed|ing)|rate[\s-]?limit(ed|ing)|clear(ed|ing) the (cache|queue)|fail(ed|ing) back)\b/i,
  ),
  signal(
    'mitigation',
    3,
    'says that it recovers',
    /\brecover(ed|ing|s)\b|\bback to normal\b|\b(healthy|green) again\b|\berrors? (rate )?(are|is|have|has)? ?(all )?(gone|stopped|cleared|back down)\b|\bcoming back (up|down)\b/i,
  ),

  signal(
    'decision',
    3,
    'says what is to be done',
    /\b(let['’]?s|we['’]?(ll| will| should| are going to|re going to)|i['’]?m going to) (roll|revert|restart|fail|switch|disable|turn|scale|wait|hold|page|go|stop|drain|declare|escalate)/i,
  ),
  signal(
    'decision',
    4,
    'mentions a decision',
    /\bdecid(ed|ing)\b|\bdecision\b|\bwe agreed\b|\bagreed:|\bgoing with\b|\bgo ahead (with|and)\b|\bapproved\b|\bno[\s-]go\b/i,
  ),
  signal(
    'decision',
    3,
    'weighs options',
    /\b(any|strong|no) objections?\b|\boptions?( are|:| [a-c1-3]\b)|\b(rather|instead of|or should we)\b/i,
  ),

  signal(
    'hypothesis',
    3,
    'says what may be behind it',
    /\bi (think|suspect|guess|bet|believe)\b|\bmy (theory|hunch|guess)\b|\bsuspect(ed|ing|s)?\b|\bhypothes[ei]s\b|\btheory\b/i,
  ),
  signal(
    'hypothesis',
    3,
    'guesses at a cause',
    /\b(might|may|could|probably|likely|maybe|perhaps|looks like|seems|possibly)\b.{0,60}\b(caus|due to|because|related|behind|leak|bad|stuck|wrong|exhaust|misconfig|regress)/i,
  ),
  signal(
    'hypothesis',
    3,
    'relates it to something else',
    /\bcorrelat|\bcoincid|\b(right|just|shortly) after\b|\bstarted (right )?(after|when|with)\b|\bsince (the|that|this) (deploy|release|change|migration|rollout)/i,
  ),
  signal(
    'hypothesis',
    4,
    'names a cause',
    /\broot cause\b|\bculprit\b|\bcaused by\b|\bbecause of the\b/i,
  ),
  signal(
    'hypothesis',
    4,
    'rules something out',
    /\brul(ed|ing|e) (it |that |this )?out\b|\bnot the (cause|problem|culprit)\b|\bred herring\b|\bunrelated\b/i,
  ),

  signal('evidence', 3, 'has an image', ({ hasImage }) => hasImage),
  signal('evidence', 3, 'has a log or code', /```/),
  signal('evidence', 3, 'links a dashboard', ({ text }) =>
    /<https?:[^>]*(grafana|datadog|kibana|sentry|honeycomb|newrelic|splunk|cloudwatch|dashboard|explore|traces?)[^>]*>/i.test(
      text,
    ),
  ),
  signal('evidence', 1, 'has a link', ({ text }) => /<https?:/i.test(text)),
  signal(
    'evidence',
    2,
    'mentions errors',
    /\b(http )?5(xx|0[0-4])s?\b|\b429s?\b|\bexceptions?\b|\bstack ?traces?\b|\btime(d)?[\s-]?outs?\b|\bOOM|\bsegfault|\bpanic(ked|s)?\b|\bECONN\w+|\bdeadlocks?\b|\bconnection (refused|reset)|\berror rate\b/i,
  ),
  signal(
    'evidence',
    1,
    'mentions a measurement',
    /\bp(50|90|95|99)\b|\blatenc(y|ies)\b|\bthroughput\b|\b[qr]ps\b|\bcpu\b|\bmemory\b|\bdisk\b|\bqueue (depth|length|size)\b|\b(replication|consumer) lag\b/i,
  ),
  signal(
    'evidence',
    1,
    'has a number',
    /\d+(\.\d+)?\s?(%|ms\b|s\b|sec\b|[qr]ps\b|[kmg]b\b|k\b)|\bx\d+\b|\b\d{3,}\b/i,
  ),
  signal(
    'evidence',
    1,
    'says what moved',
    /\b(spik|climb|jump|increas|decreas|dropp|ris|fall|doubl|flatlin)(e|es|ed|ing)?\b|\brose\b|\bwent (up|down|from)\b/i,
  ),
  signal(
    'evidence',
    1,
    'says where it was seen',
    /\b(logs?|graphs?|dashboards?|metrics?|traces?|alerts?) (show|say|look|tell|are|is|for|from)|\b(in|from) the (logs?|graphs?|traces?|metrics?)\b|\bi (see|can see|am seeing|found)\b|\b(only|all) (in|on|from) \S+/i,
  ),

  signal(
    'impact',
    3,
    'says what customers see',
    /\b(customers?|users?|clients?|tenants?|merchants?|people)\b.{0,50}\b(report|complain|see|seeing|can['’]?t|cannot|unable|affected|impacted|fail|failing|losing|getting|stuck|locked out)/i,
  ),
  signal(
    'impact',
    3,
    'says how many are affected',
    /\b(all|half|a (third|quarter)|most|many|\d+(\.\d+)?\s?%|~?\d[\d,.]*k?) (of )?(the |our )?(customers?|users?|requests?|orders?|checkouts?|payments?|logins?|tenants?|sessions?|traffic)\b/i,
  ),
  signal(
    'impact',
    3,
    'mentions a loss',
    /\bdata[\s-]?loss\b|\blost (the )?(orders?|data|payments?|messages?)\b|\b(duplicate|double)[\s-]?(orders?|charges?|charged|payments?|billed)\b|\brevenue\b|\bSLA\b/i,
  ),
  signal(
    'impact',
    2,
    'says what does not work',
    /\bcan['’]?t (log ?in|sign ?in|check ?out|pay|load|upload|search)\b|\boutage\b|\bunavailable\b|\bis down\b/i,
  ),
  signal(
    'impact',
    2,
    'mentions support',
    /\bsupport (is|team|has|says|queue|tickets?)\b|\btickets? (about|from|coming|are)\b|\b(twitter|status ?page|downdetector)\b/i,
  ),
];

/** Talk that names no thing: a joiner, a thanks, a nod. */
const TALK =
  /^\W*(thanks?|thank you|thx|ok(ay)?|lgtm|\+1|on it|joining|brb|hi|hello|hey|yes|yep|no|nope|sure|great|nice|done|ack|looking|will do|same here)\b/i;
const TALK_MAX = 30;

/**
 * What a message may be for the timeline, and why; null where nothing speaks for it. A rule of thumb
 * that shows its working, for English.
 */
export function suggest(message: Scored): Suggestion | null {
  const words = spoken(message.text.slice(0, READ_MAX));
  if (words.length <= TALK_MAX && TALK.test(words) && !message.hasImage) return null;
  const found = SIGNALS.filter(({ found: test }) =>
    typeof test === 'function' ? test(message) : test.test(words),
  );
  const extra = extras(message);
  const best = SUGGESTION_KINDS.map((kind) => scoreOf(kind, found)).reduce((a, b) =>
    b.score > a.score ? b : a,
  );
  // A pin or reactions say that it matters, not what it is: alone they make nothing of it.
  if (best.score === 0) return null;
  const asks = /\?\s*$/.test(words) && best.kind !== 'decision' ? 1 : 0;
  const score = best.score + extra.reduce((sum, { weight }) => sum + weight, 0) - asks;
  if (score < ENOUGH) return null;
  return { kind: best.kind, score, reasons: [...best.reasons, ...extra.map((one) => one.reason)] };
}

function scoreOf(kind: SuggestionKind, found: readonly Signal[]): Suggestion {
  const own = found.filter((one) => one.kind === kind).sort((a, b) => b.weight - a.weight);
  const score = own.reduce((sum, { weight }) => sum + weight, 0);
  return { kind, score, reasons: own.map(({ reason }) => reason) };
}

function extras({ isPinned, reactions }: Scored) {
  return [
    ...(isPinned ? [{ weight: 2, reason: 'was pinned' }] : []),
    ...(reactions >= 2 ? [{ weight: 1, reason: 'has reactions' }] : []),
  ];
}

/** Without mentions and addresses, whose letters say nothing. */
function spoken(text: string): string {
  return text
    .replace(/<[@#!][^>]*>/g, ' ')
    .replace(/<[a-z][a-z0-9+.-]*:[^>|]*(\|([^>]*))?>/gi, ' $2 ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .trim();
}
