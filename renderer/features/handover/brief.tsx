import type { HandoverBriefViewT } from '#shared/contract/views/record.ts';
import styles from './handover.module.css';

/** What a receiver asks for, part by part, as it is sent: what there is none of is left out. */
export function Brief({ sections }: Pick<HandoverBriefViewT, 'sections'>) {
  // The worries stand in a field of their own.
  const shown = sections.filter(
    ({ heading, lines }) => heading !== 'Worried about' && lines[0] !== 'None',
  );
  return (
    <section className={styles.brief} aria-label="Brief">
      <dl>
        {shown.map(({ heading, lines }) => (
          <div key={heading} className={styles.part}>
            <dt>{heading}</dt>
            {lines.map((line) => (
              <dd key={line}>
                <bdi>{line}</bdi>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}
