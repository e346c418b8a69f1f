import type { Content } from './content.ts';

/** The bytes of an image as a `data:` address, or null where it is not here. */
export type ImageSource = (src: string) => string | null;

/** Addresses a link may have; anything else is text. */
const SAFE = /^(https?:\/\/|mailto:)/i;

/**
 * A document as one HTML file: its images inside, nothing that runs, nothing that is fetched. It is
 * to be `exported` before.
 */
export function writeHtml(document: Content, title: string, imageOf: ImageSource): string {
  const body = (document.content ?? []).map((node) => block(node, imageOf)).join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${html(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

const POLICY =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const STYLE = `:root{color-scheme:light dark}
body{font:16px/1.55 system-ui,sans-serif;margin:0}
main{max-width:46rem;margin:0 auto;padding:2rem 1rem}
h1{font-size:1.75rem}h2{font-size:1.35rem;margin-top:2.2rem}h3{font-size:1.1rem}
table{border-collapse:collapse;width:100%}
th,td{border:1px solid color-mix(in srgb,currentColor 25%,transparent);padding:.3rem .5rem;text-align:left;vertical-align:top}
td p,th p{margin:0}img{max-width:100%}
pre{overflow:auto;padding:.75rem;background:color-mix(in srgb,currentColor 8%,transparent)}
blockquote{margin-left:0;padding-left:1rem;border-left:3px solid color-mix(in srgb,currentColor 30%,transparent)}
.tasks{list-style:none;padding-left:0}.tasks p{display:inline}
@media print{main{max-width:none;padding:0}h2,h3{break-after:avoid}tr,img{break-inside:avoid}}`;

const TAGS: Readonly<Record<string, string>> = {
  bulletList: 'ul',
  listItem: 'li',
  blockquote: 'blockquote',
  tableRow: 'tr',
  paragraph: 'p',
};

function block(node: Content, imageOf: ImageSource): string {
  const { type = '', attrs = {}, content = [] } = node;
  const inside = () => content.map((child) => block(child, imageOf)).join('');
  switch (type) {
    case 'heading': {
      const tag = `h${Math.min(3, Math.max(2, Number(attrs.level ?? 2)))}`;
      return `<${tag}>${inside()}</${tag}>`;
    }
    case 'orderedList':
      return `<ol start="${Math.max(0, Math.floor(Number(attrs.start ?? 1)))}">${inside()}</ol>`;
    case 'taskList':
      return `<ul class="tasks">${inside()}</ul>`;
    case 'taskItem': {
      const checked = attrs.checked === true ? ' checked' : '';
      return `<li><input type="checkbox" disabled${checked}> ${inside()}</li>`;
    }
    case 'codeBlock':
      return `<pre><code>${inside()}</code></pre>`;
    case 'horizontalRule':
      return '<hr>';
    case 'image':
      return image(attrs, imageOf);
    case 'table':
      return `<table>${inside()}</table>`;
    case 'tableHeader':
    case 'tableCell':
      return cell(type === 'tableHeader' ? 'th' : 'td', attrs, inside());
    case 'hardBreak':
      return '<br>';
    case 'mention':
      return html(`@${String(attrs.label ?? attrs.id ?? '')}`);
    case 'evidence':
      return `<q>${html(String(attrs.text ?? ''))}</q>`;
    case 'text':
      return inline(node);
    default: {
      const tag = TAGS[type] ?? 'div';
      return `<${tag}>${inside()}</${tag}>`;
    }
  }
}

const span = (value: unknown) => Math.min(100, Math.max(1, Math.floor(Number(value ?? 1)) || 1));

function cell(
  tag: string,
  { colspan, rowspan }: Readonly<Record<string, unknown>>,
  inside: string,
) {
  return `<${tag} colspan="${span(colspan)}" rowspan="${span(rowspan)}">${inside}</${tag}>`;
}

function image({ src, alt }: Readonly<Record<string, unknown>>, imageOf: ImageSource): string {
  const words = String(alt ?? '');
  const data = imageOf(String(src ?? ''));
  if (data === null) return `<p>[Image not here: ${html(words)}]</p>`;
  return `<p><img src="${html(data)}" alt="${html(words)}"></p>`;
}

const MARK_TAGS: Readonly<Record<string, string>> = {
  bold: 'strong',
  italic: 'em',
  strike: 's',
  code: 'code',
};

function inline({ text = '', marks = [] }: Content): string {
  return marks.reduceRight((inside, { type, attrs = {} }) => {
    const tag = MARK_TAGS[type];
    if (tag !== undefined) return `<${tag}>${inside}</${tag}>`;
    const href = String(attrs.href ?? '');
    return type === 'link' && SAFE.test(href)
      ? `<a href="${html(href)}" rel="noopener noreferrer">${inside}</a>`
      : inside;
  }, html(text));
}

/** Text, and attributes between double quotes. */
function html(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}
