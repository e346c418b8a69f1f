import type { SearchHitT } from '#shared/contract/search-view.ts';
import { statusName } from '#shared/domain/status.ts';
import { SeverityGlyph } from '../../ui/severity-glyph.tsx';
import { localTime } from '../time/moment.tsx';
import styles from './palette.module.css';
import { hitKind, type PaletteItem } from './palette-items.ts';

export type PaletteRowProps = {
  readonly id: string;
  readonly item: PaletteItem;
  /** The name of the group that begins here. */
  readonly group: string | null;
  readonly isChosen: boolean;
  readonly onOpen: () => void;
};

export function PaletteRow({ id, item, group, isChosen, onOpen }: PaletteRowProps) {
  return (
    <>
      {group !== null && (
        <div role="presentation" className={styles.group}>
          {group}
        </div>
      )}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys */}
      <div id={id} role="option" aria-selected={isChosen} className={styles.row} onClick={onOpen}>
        <What item={item} />
      </div>
    </>
  );
}

function What({ item }: { readonly item: PaletteItem }) {
  switch (item.kind) {
    case 'command':
      return (
        <>
          <span className={styles.main}>{item.offer.label}</span>
          {item.offer.hint !== null && <kbd className={styles.key}>{item.offer.hint}</kbd>}
        </>
      );
    case 'incident': {
      const { severity, name, code, status } = item.row;
      return (
        <>
          <span className={styles.main}>
            <SeverityGlyph severity={severity} /> <bdi>{name}</bdi>
          </span>
          <span className={styles.aside}>
            {statusName(status)} · <span className={styles.code}>{code}</span>
          </span>
        </>
      );
    }
    case 'hit':
      return <Found hit={item.hit} />;
  }
}

function Found({ hit }: { readonly hit: SearchHitT }) {
  const who = hit.by === null ? '' : ` · ${hit.by.name}`;
  return (
    <span className={styles.found}>
      <bdi className={styles.snippet}>
        <Snippet {...hit.snippet} />
      </bdi>
      <span className={styles.aside}>
        <bdi>
          {hitKind(hit.kind)}
          {who} · {hit.name} · {localTime(hit.at)}
        </bdi>
      </span>
    </span>
  );
}

/** The text with what was looked for marked in it. */
function Snippet({ text, marks }: SearchHitT['snippet']) {
  const parts = marks.flatMap(([from, to], index) => {
    const end = marks[index - 1]?.[1] ?? 0;
    return [text.slice(end, from), <mark key={from}>{text.slice(from, to)}</mark>];
  });
  return (
    <>
      {parts}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  );
}
