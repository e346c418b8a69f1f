/** Characters that turn the direction of what follows them, by the names Unicode gives them. */
const TURNS: Readonly<Record<string, string>> = {
  '\u202A': 'LRE',
  '\u202B': 'RLE',
  '\u202C': 'PDF',
  '\u202D': 'LRO',
  '\u202E': 'RLO',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;
/** More marks on one character than any script needs: they would run over their neighbours. */
const TOO_MANY_MARKS = /(\p{M}{6})\p{M}+/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const ODD = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\p{M}\p{Cs}]/u;

const PICTURES = 0x2400;
const DELETE = 0x7f;

/**
 * A text as it may stand between ours: what would turn its direction or do something to a terminal
 * is shown as what it is (`⟨RLO⟩`, `␛`), half characters as `�`, and marks do not pile up.
 */
export function harmless(text: string): string {
  if (!ODD.test(text)) return text;
  return text
    .toWellFormed()
    .replace(CONTROL, (character) => {
      const turn = TURNS[character];
      if (turn !== undefined) return `⟨${turn}⟩`;
      const code = character.charCodeAt(0);
      if (code === DELETE) return '␡';
      // A Windows line end is a line end.
      if (character === '\r') return '';
      return code < DELETE ? String.fromCharCode(PICTURES + code) : '\uFFFD';
    })
    .replace(TOO_MANY_MARKS, '$1');
}
