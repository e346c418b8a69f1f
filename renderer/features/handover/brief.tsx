import type { HandoverBriefViewT } from '#shared/contract/views/record.ts';
import styles from './handover.module.css';

/** What a receiver asks for, part by part. The worries stand in their own field. */
export function Brief({ sections }: Pick<HandoverBriefViewT, 'sections'>) {
  const shown = sections.filter(({ heading }) => heading !== 'Worried about');
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
