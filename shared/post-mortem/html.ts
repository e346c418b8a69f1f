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

/** Quiet on a screen, in the dark and on paper: text first, hairlines under rows. */
const STYLE = `:root{color-scheme:light dark;--line:color-mix(in srgb,currentColor 18%,transparent)}
body{font:16px/1.55 Inter,system-ui,-apple-system,"Segoe UI",sans-serif;margin:0;font-variant-numeric:tabular-nums}
main{max-width:44rem;margin:0 auto;padding:3rem 1.5rem 6rem;overflow-wrap:anywhere}
h1,h2,h3{font-weight:600;line-height:1.25}
h1{font-size:1.75rem;letter-spacing:-.02em;margin:0 0 1.5rem}
h2{font-size:1.3rem;letter-spacing:-.01em;margin:2.5rem 0 .75rem}h3{font-size:1.05rem;margin:1.5rem 0 .5rem}
p,ul,ol,pre,blockquote,table,img{margin:.75rem 0}
ul,ol{padding-left:1.5rem}li{margin:.25rem 0}li>p,li>ul,li>ol{margin:.25rem 0}
table{border-collapse:collapse;width:100%;font-size:.875rem}table+table{margin-top:1.5rem}
th,td{border-bottom:1px solid var(--line);padding:.4rem .75rem .4rem 0;text-align:left;vertical-align:top}
th{border-bottom-color:currentColor;font-weight:600;overflow-wrap:normal}td p,th p{margin:0}
tr:has(>:nth-child(3))>td:first-child{min-width:10rem}
img{display:block;max-width:100%;border-radius:6px}
code,pre{font-family:ui-monospace,"SF Mono",Menlo,Consolas,monospace;font-size:.875em}
pre{overflow:auto;padding:.75rem 1rem;border-radius:6px;background:color-mix(in srgb,currentColor 6%,transparent)}
blockquote{margin-inline:0;padding-left:1rem;border-left:2px solid var(--line)}
hr{border:none;border-top:1px solid var(--line);margin:2rem 0}
.tasks{list-style:none;padding-left:0}.tasks p{display:inline}
@media print{body{font-size:10.5pt}main{max-width:none;padding:0}h2,h3{break-after:avoid}tr,img,pre,li{break-inside:avoid}}`;

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
