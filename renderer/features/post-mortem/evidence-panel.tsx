import type { Editor } from '@tiptap/core';
import { ArrowUpRight, Star } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, memo, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { IncidentId } from '#shared/base/ids.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import { Segments } from '../../ui/segments.tsx';
import { dayName, dayOf, Moment } from '../time/moment.tsx';
import { EVIDENCE_TYPE, evidenceOf, insertEvidence } from './editor/evidence-drag.ts';
import { type EvidenceLine, linesWith } from './evidence-line.ts';
import styles from './evidence-panel.module.css';
import type { SideStore } from './side-store.ts';
import { type Show, useEvidence } from './use-evidence.ts';

export type EvidencePanelProps = {
  readonly incident: IncidentId;
  readonly editor: Editor;
  readonly side: SideStore;
};

const SHOWN: readonly { key: Show; name: string; about: string }[] = [
  { key: 'key', name: 'Key', about: 'What was marked' },
  { key: 'all', name: 'All', about: 'Everything that happened' },
];
/** So many are drawn before somebody asks for more. */
const DRAWN = 200;

/** The timeline beside the text: press or drag an entry to put it there. */
export const EvidencePanel = memo(function EvidencePanel(props: EvidencePanelProps) {
  const { incident, editor, side } = props;
  const { store, clock } = useDesktop();
  const sought = useStore(side, (state) => state.sought);
  const [show, setShow] = useState<Show>('key');
  const [typed, setTyped] = useState('');
  const [drawn, setDrawn] = useState(DRAWN);
  const { lines, isWhole } = useEvidence(
    incident,
    show,
    typed !== '' || drawn > DRAWN || sought !== null,
  );
  const found = linesWith(lines, typed);
  const list = useRef<HTMLOListElement>(null);
  const isMarked = lines.some(({ marker }) => marker !== null);
  useEffect(() => {
    if (sought === null) return;
    setTyped('');
    setShow('all');
    setDrawn(Number.POSITIVE_INFINITY);
  }, [sought]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it may have been read only now
  useEffect(() => {
    list.current?.querySelector('[data-sought]')?.scrollIntoView({ block: 'center' });
  }, [sought, lines]);
  return (
    <>
      <div className={styles.head}>
        <input
          type="search"
          aria-label="Search the evidence"
          placeholder="Search the timeline"
          data-shortcut="evidence"
          className={styles.field}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
            event.preventDefault();
            list.current?.querySelector<HTMLElement>('[data-line]')?.focus();
          }}
        />
        <Segments label="Show" segments={SHOWN} chosen={show} onChoose={setShow} />
      </div>
      <ol ref={list} className={styles.list} aria-label="Evidence" onKeyDown={walk}>
        {found.slice(0, drawn).map((line, index) => (
          <Line
            key={line.id}
            line={line}
            day={startsDay(found[index - 1], line) ? dayName(line.at, clock.now()) : null}
            isSought={sought?.entry === line.id}
            onPut={() => insertEvidence(editor, evidenceOf(line.id, line.text, line.at))}
            onShow={() => store.getState().seek(incident, { at: line.at, line: line.id })}
          />
        ))}
        {found.length === 0 && isWhole && (
          <li className={styles.nothing}>
            {typed !== ''
              ? 'Nothing found.'
              : show === 'key' && !isMarked
                ? 'Entries marked as key stand here. Press All for the whole timeline.'
                : 'Nothing happened yet.'}
          </li>
        )}
        {(found.length > drawn || (!isWhole && lines.length > 0)) && (
          <li>
            <Button look="quiet" onPress={() => setDrawn(drawn + 5 * DRAWN)}>
              Show more
            </Button>
          </li>
        )}
      </ol>
    </>
  );
});

type LineProps = {
  readonly line: EvidenceLine;
  readonly day: string | null;
  readonly isSought: boolean;
  readonly onPut: () => void;
  readonly onShow: () => void;
};

function Line({ line, day, isSought, onPut, onShow }: LineProps) {
  const { id, at, who, text, marker } = line;
  const drag = (event: DragEvent) => {
    event.dataTransfer.setData(EVIDENCE_TYPE, JSON.stringify({ entry: id, text, at }));
    event.dataTransfer.setData('text/plain', text);
    event.dataTransfer.effectAllowed = 'copy';
  };
  return (
    <>
      {day !== null && (
        <li className={styles.day} aria-hidden="true">
          {day}
        </li>
      )}
      <li className={styles.row} {...(isSought ? { 'data-sought': '' } : {})}>
        <button
          type="button"
          data-line=""
          draggable
          className={styles.line}
          title="Press or drag to put it into the text"
          onDragStart={drag}
          onClick={onPut}
        >
          <Moment at={at} className={styles.time ?? ''} />
          <span className={styles.said}>
            <bdi className={styles.text}>{text}</bdi>
            <span className={styles.who}>
              {marker !== null && (
                <Star {...ICON} size={12} aria-hidden={false} aria-label="Marked" role="img" />
              )}
              <bdi>{who}</bdi>
            </span>
          </span>
        </button>
        <button
          type="button"
          className={styles.show}
          aria-label={`Show in the timeline: ${text.slice(0, 80)}`}
          title="Show in the timeline"
          onClick={onShow}
        >
          <ArrowUpRight {...ICON} size={14} />
        </button>
      </li>
    </>
  );
}

const startsDay = (before: EvidenceLine | undefined, line: EvidenceLine) =>
  before === undefined || dayOf(before.at) !== dayOf(line.at);

/** Up and down the lines. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
  if (step === null) return;
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-line]')];
  const at = lines.indexOf(document.activeElement as HTMLElement);
  event.preventDefault();
  lines[at + step]?.focus();
}
