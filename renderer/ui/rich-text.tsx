import { Fragment, memo, type ReactNode, useMemo } from 'react';
import { assertNever } from '#shared/base/assert.ts';
import { parseText } from '#shared/text/parse.ts';
import type { Block, Inline, Notation } from '#shared/text/tree.ts';
import { linkTarget, saysPlace } from './link-target.ts';
import { type Names, nameIn } from './names.ts';
import styles from './rich-text.module.css';

export type RichTextProps = {
  readonly text: string;
  readonly notation: Notation;
  /** Names of people by their refs, for those who are called. */
  readonly names: Names;
};

/**
 * What somebody wrote. Every part becomes a text node of an element that is named here: there is no
 * way from a text to markup. Each block is a direction of its own.
 */
export const RichText = memo(function RichText({ text, notation, names }: RichTextProps) {
  const tree = useMemo(() => parseText(text, notation), [text, notation]);
  return <div className={styles.text}>{each(tree, (block) => blockOf(block, names))}</div>;
});

/** Parts of a text have no identity but their place in it. */
function each<T>(parts: readonly T[], element: (part: T) => ReactNode): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: they never move
  return parts.map((part, index) => <Fragment key={index}>{element(part)}</Fragment>);
}

function blockOf(block: Block, names: Names): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return <p dir="auto">{inlines(block.children, names)}</p>;
    case 'quote':
      return (
        <blockquote className={styles.quote} dir="auto">
          {inlines(block.children, names)}
        </blockquote>
      );
    case 'code-block':
      return (
        <pre className={styles.pre} dir="ltr">
          <code>{block.text}</code>
        </pre>
      );
    case 'list':
      return (
        <ul className={styles.list}>
          {each(block.items, ({ marker, level, children }) => (
            <li className={styles.item} data-level={Math.min(level, 4)}>
              <span className={styles.marker}>{marker}</span>
              <span dir="auto">{inlines(children, names)}</span>
            </li>
          ))}
        </ul>
      );
    default:
      return assertNever(block);
  }
}

const inlines = (nodes: readonly Inline[], names: Names) =>
  each(nodes, (node) => inlineOf(node, names));

function inlineOf(node: Inline, names: Names): ReactNode {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'bold':
      return <strong>{inlines(node.children, names)}</strong>;
    case 'italic':
      return <em>{inlines(node.children, names)}</em>;
    case 'strike':
      return <s>{inlines(node.children, names)}</s>;
    case 'code':
      return (
        <code className={styles.code} dir="ltr">
          {node.text}
        </code>
      );
    case 'link':
      return <Link href={node.href} label={node.label} />;
    case 'person':
      return (
        <bdi className={styles.call}>@{nameIn(names, node.ref) ?? node.label ?? node.ref}</bdi>
      );
    case 'call':
      return <bdi className={styles.call}>{node.name}</bdi>;
    case 'emoji':
      return (
        <span role="img" aria-label={node.name.replaceAll('_', ' ')} title={`:${node.name}:`}>
          {node.character}
        </span>
      );
    default:
      return assertNever(node);
  }
}

/** Where a link goes stands beside it, unless its own words say so. */
function Link({ href, label }: { readonly href: string; readonly label: string | null }) {
  const target = linkTarget(href);
  if (target === null) return <bdi>{label === null ? href : `${label} (${href})`}</bdi>;
  const words = label ?? href;
  return (
    <>
      <a href={target.href} title={target.href} target="_blank" rel="noopener noreferrer">
        <bdi>{words}</bdi>
      </a>
      {!saysPlace(words, target) && <bdi className={styles.place}> ({target.place})</bdi>}
    </>
  );
}
