import { Check, Circle } from 'lucide-react';
import { type RefObject, useRef } from 'react';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { Fact, Facts } from '../../ui/fact.tsx';
import { ICON } from '../../ui/icon.ts';
import { InlineText } from '../../ui/inline-text.tsx';
import { Section } from '../../ui/section.tsx';
import { useChange } from '../change.ts';
import { FollowUps } from '../follow-up/follow-ups.tsx';
import { KeyTimes } from '../situation/key-times.tsx';
import styles from './readiness.module.css';

export type ReadinessItem = {
  readonly id: string;
  readonly done: boolean;
  readonly text: string;
};

type Items = readonly ReadinessItem[];

/** How much of what should be so before people meet is so. */
export function ReadinessButton({ items, onPress }: { items: Items; onPress: () => void }) {
  if (items.length === 0) return null;
  const done = items.filter((item) => item.done).length;
  return (
    <Button look="quiet" onPress={onPress}>
      {done === items.length ? 'Ready for the debrief' : `Ready: ${done} of ${items.length}`}
    </Button>
  );
}

export type ReadinessProps = {
  readonly incident: IncidentViewT;
  readonly items: Items;
  /** Goes to where something that stands elsewhere is done, by the line's id. */
  readonly onGo: (id: string) => void;
};

/** What should be so before people meet over it, and what is needed to make it so. */
export function Readiness({ incident, items, onGo }: ReadinessProps) {
  const change = useChange();
  const panel = useRef<HTMLDivElement>(null);
  const { id, summary, impact, people } = incident;
  return (
    <div ref={panel} className={styles.panel}>
      <ReadinessList items={items} onGo={(line) => goWithin(panel, line) || onGo(line)} />
      <Section title="What happened">
        <Facts>
          <Fact name="Summary">
            <span data-ready="summary" className={styles.place}>
              <InlineText
                label="Summary"
                prompt="In two sentences"
                value={summary}
                onSave={(text) => change('incident.set-summary', { incident: id, summary: text })}
              />
            </span>
          </Fact>
          <Fact name="Impact">
            <span data-ready="impact" className={styles.place}>
              <InlineText
                label="Impact"
                prompt="How bad, in numbers?"
                value={impact}
                onSave={(text) => change('incident.set-impact', { incident: id, impact: text })}
              />
            </span>
          </Fact>
        </Facts>
      </Section>
      <Section title="Key times">
        <div data-ready="times">
          <KeyTimes incident={incident} />
        </div>
      </Section>
      <div data-ready="follow-ups">
        <FollowUps incident={id} people={people} />
      </div>
    </div>
  );
}

/** Opens what a line asks for where it stands in the panel; false where it stands elsewhere. */
function goWithin({ current }: RefObject<HTMLElement | null>, line: string): boolean {
  const place = current?.querySelector(`[data-ready="${line}"]`);
  const first =
    place?.querySelector<HTMLElement>('[data-empty="true"]') ??
    place?.querySelector<HTMLElement>('button');
  first?.click();
  first?.scrollIntoView({ block: 'nearest' });
  return first != null;
}

type ReadinessListProps = {
  readonly items: Items;
  readonly onGo: (id: string) => void;
};

/** Each line is done by itself as people do it; pressed, it leads to where. */
function ReadinessList({ items, onGo }: ReadinessListProps) {
  return (
    <ul className={styles.list} aria-label="Readiness">
      {items.map(({ id, done, text }) => (
        <li key={id}>
          <button type="button" className={styles.item} data-done={done} onClick={() => onGo(id)}>
            {done ? <Check {...ICON} /> : <Circle {...ICON} />}
            <span>
              {text}
              <span className={styles.said}>{done ? ' (done)' : ' (to do)'}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
