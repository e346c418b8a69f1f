import { useEffect, useState } from 'react';
import type { IncidentId } from '#shared/base/ids.ts';
import type { ContractError } from '#shared/contract/errors.ts';
import type { LikeBeforeViewT } from '#shared/contract/views/like-before.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { routeHash } from '../../state/route.ts';
import { Notice } from '../../ui/notice.tsx';
import { SeverityGlyph } from '../../ui/severity-glyph.tsx';
import { useTicking } from '../time/running-clock.tsx';
import { fromNow } from '../time/span.ts';
import styles from './like-before.module.css';

/** What this desktop remembers: incidents like this one, and what several post-mortems name. */
export function LikeBefore({ incident }: { readonly incident: IncidentId }) {
  const { store } = useDesktop();
  const [view, setView] = useState<LikeBeforeViewT | null>(null);
  const [problem, setProblem] = useState<ContractError | null>(null);
  useEffect(() => {
    let isLate = false;
    const read = async () => {
      const answer = await store.getState().ask('like-before', { incident });
      if (isLate) return;
      setView(answer.ok ? answer.value : null);
      setProblem(answer.ok ? null : answer.error);
    };
    void read();
    return () => {
      isLate = true;
    };
  }, [store, incident]);
  if (problem !== null) return <Notice problem={problem} />;
  if (view === null) return null;
  return (
    <div className={styles.page}>
      <section aria-labelledby="like-it">
        <h2 id="like-it" className={styles.title}>
          Like it before
        </h2>
        {view.similar.length === 0 ? (
          <p className={styles.nothing}>No past incident here shares its words.</p>
        ) : (
          <ul className={styles.list}>
            {view.similar.map((one) => (
              <SimilarItem key={one.incident} similar={one} />
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="named-again">
        <h2 id="named-again" className={styles.title}>
          Named again and again
        </h2>
        {view.factors.length === 0 ? (
          <p className={styles.nothing}>No contributing factor stands in two post-mortems.</p>
        ) : (
          <ul className={styles.list}>
            {view.factors.map((factor) => (
              <FactorItem key={factor.text} factor={factor} />
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

function SimilarItem({ similar }: { readonly similar: LikeBeforeViewT['similar'][number] }) {
  const { incident, code, name, severity, at, reasons, hasPostMortem } = similar;
  const ago = useTicking((now) => fromNow(at, now));
  const page = hasPostMortem ? 'post-mortem' : 'incident';
  return (
    <li className={styles.item}>
      <a href={routeHash({ page, incident })} className={styles.link}>
        <SeverityGlyph severity={severity} />
        <bdi>{name}</bdi>
      </a>
      <span className={styles.facts}>
        {code} · {ago}
        {hasPostMortem && ' · Post-mortem'}
      </span>
      {reasons.map((reason) => (
        <bdi key={reason} className={styles.facts}>
          {reason}
        </bdi>
      ))}
    </li>
  );
}

function FactorItem({ factor }: { readonly factor: LikeBeforeViewT['factors'][number] }) {
  const { text, isHere, incidents } = factor;
  return (
    <li className={styles.item}>
      <bdi>{text}</bdi>
      <span className={styles.facts}>
        {isHere && 'Here, and in '}
        {incidents.map(({ incident, code, name }, i) => (
          <span key={incident}>
            {i > 0 && ', '}
            <a href={routeHash({ page: 'post-mortem', incident })} title={name}>
              {code}
            </a>
          </span>
        ))}
      </span>
    </li>
  );
}
