import { expect, it } from 'vitest';
import { readableHtml } from './pasted-html.ts';

it('sets styles aside and takes away what runs, whatever its case and quotes', () => {
  const html = readableHtml(
    `<P STYLE="color:red" onClick='a("x>y")' title="a > b" onload=x()>one<script>alert(1)</script
    ><!-- > --><style>*{}</style><a href="https://acme.test/?style=1">two</a></p>`,
  );
  expect(html).not.toMatch(/\sstyle=|onclick|onload|script|<!--/i);
  expect(html).toContain('data-style="color:red"');
  expect(html).toContain('title="a > b"');
  expect(html).toContain('https://acme.test/?style=1');
});

it('reads a long paste in a moment, also one with a quote that never ends', () => {
  const html = `${'<p style="a">x'.repeat(50_000)}<a title="${'<p '.repeat(50_000)}`;
  expect(readableHtml(html)).toContain('<p data-style="a">x');
  expect(readableHtml('<style>'.repeat(50_000))).toBe('');
}, 2_000);
