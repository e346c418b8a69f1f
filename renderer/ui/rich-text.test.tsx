import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { parseText } from '#shared/text/parse.ts';
import { HOSTILE } from '#shared/text/testing/hostile.ts';
import { linkTarget } from './link-target.ts';
import { RichText } from './rich-text.tsx';

const shown = (text: string, notation: 'slack' | 'typed' = 'slack') =>
  renderToStaticMarkup(<RichText text={text} notation={notation} names={{ U0BEN: 'Ben' }} />);

/** Every element that a text may become. */
const ELEMENTS = /^(div|p|blockquote|pre|code|ul|li|span|strong|em|s|a|bdi)$/;
const ATTRIBUTES = /^(class|dir|data-level|href|title|target|rel|role|aria-label)$/;

it('names whom a message calls', () => {
  expect(shown('ask <@U0BEN> or <@U0ANA|ana>')).toMatch(/@Ben<.*@ana</);
});

describe('where a link goes', () => {
  it('stands beside words that do not say it', () => {
    expect(shown('<https://acme.test/d/1|the graph>')).toMatch(/the graph.*\(acme\.test\)/);
    expect(shown('<https://evil.test/|https://acme.slack.com>')).toContain('(evil.test)');
    expect(shown('<https://acme.test/d/1>')).not.toContain('(acme.test)');
  });

  it('is the host that a browser goes to, or nowhere', () => {
    expect(linkTarget('https://аpple.com/')?.place).toBe('xn--pple-43d.com');
    expect(linkTarget('mailto:ana@acme.test')?.place).toBe('ana@acme.test');
    expect(linkTarget('https://acme.com@evil.test')).toBe(null);
    expect(linkTarget('javascript:alert(1)')).toBe(null);
    expect(linkTarget('https://')).toBe(null);
  });
});

describe('what was made to do harm', () => {
  it.each(Object.entries(HOSTILE))('becomes text in elements of ours: %s', (_name, written) => {
    for (const notation of ['slack', 'typed'] as const) {
      const tags = shown(written, notation).matchAll(/<([a-z]+)((?: [a-z-]+="[^"<>]*")*)\/?>/g);
      for (const [, element, attributes] of tags) {
        expect(element).toMatch(ELEMENTS);
        for (const [, name] of (attributes ?? '').matchAll(/([a-z-]+)="/g)) {
          expect(name).toMatch(ATTRIBUTES);
        }
      }
      // Every `<` that is left opens or closes one of them.
      const rest = shown(written, notation).replace(/<\/?[a-z]+(?: [a-z-]+="[^"<>]*")*>/g, '');
      expect(rest).not.toMatch(/[<>]/);
      expect(shown(written, notation)).not.toMatch(/href="(?!https?:|mailto:)/);
    }
  });
});

it('is read in time that grows with its length alone', () => {
  const knots = ['*a _b ~c `d ', '<a|', '`', ':a', '    • *a*\n', 'https://!', '&gt;&gt;', '*_~'];
  for (const knot of knots) {
    const once = (repeats: number) => {
      const begun = performance.now();
      parseText(knot.repeat(repeats), 'slack');
      return performance.now() - begun;
    };
    // The quickest of three: the others waited for something else on this computer.
    const took = (repeats: number) => Math.min(once(repeats), once(repeats), once(repeats));
    took(2_000);
    // 16 times the length, in far less than 256 times the time.
    expect(took(64_000), knot).toBeLessThan(Math.max(400, 80 * took(4_000)));
  }
});
