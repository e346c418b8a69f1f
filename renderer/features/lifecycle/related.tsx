import { X } from 'lucide-react';
import type { IncidentId } from '#shared/base/ids.ts';
import type { RelationViewT } from '#shared/contract/views/record.ts';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { routeHash } from '../../state/route.ts';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import { linkTarget } from '../../ui/link-target.ts';
import { Section } from '../../ui/section.tsx';
import styles from './related.module.css';

/** Other incidents that this one has to do with, and what is worth opening. Empty: nothing. */
export function Related({ incident }: { readonly incident: IncidentViewT }) {
  const { id, relations, links } = incident;
  if (relations.length === 0 && links.length === 0) return null;
  return (
    <Section title="Related">
      <ul aria-label="Related" className={styles.list}>
        {relations.map((relation) => (
          <RelationRow key={relation.incident} incident={id} relation={relation} />
        ))}
        {links.map((link) => (
          <LinkRow key={link.id} incident={id} link={link} />
        ))}
      </ul>
    </Section>
  );
}

const AS: Readonly<Record<string, string>> = {
  'merged-into': 'Merged into',
  'merged-from': 'Merged into this one',
};

type RelationRowProps = { readonly incident: IncidentId; readonly relation: RelationViewT };

function RelationRow({ incident, relation }: RelationRowProps) {
  const { store } = useDesktop();
  const { as, code, name, isHere } = relation;
  const other = relation.incident as IncidentId;
  const said = (
    <bdi>
      {code} {name ?? ''}
    </bdi>
  );
  const relate = (related: boolean) =>
    store.getState().change('incident.relate', { incident, other, related });
  return (
    <li className={styles.row}>
      {Object.hasOwn(AS, as) && <span className={styles.as}>{AS[as]}</span>}
      {isHere ? <a href={routeHash({ page: 'incident', incident: other })}>{said}</a> : said}
      {as === 'related' && (
        <Button
          look="icon"
          label={`No longer related: ${code}`}
          onPress={() =>
            void store.getState().perform({
              words: 'No longer related',
              run: () => relate(false),
              undo: () => relate(true),
            })
          }
        >
          <X {...ICON} size={12} />
        </Button>
      )}
    </li>
  );
}

type LinkRowProps = {
  readonly incident: IncidentId;
  readonly link: IncidentViewT['links'][number];
};

function LinkRow({ incident, link }: LinkRowProps) {
  const { store } = useDesktop();
  const target = linkTarget(link.url);
  const edit = (deleted: boolean) =>
    store.getState().change('link.edit', { incident, link: link.id, deleted });
  return (
    <li className={styles.row}>
      {target === null ? (
        <bdi>{link.title}</bdi>
      ) : (
        <a href={target.href} title={target.href} target="_blank" rel="noreferrer">
          <bdi>{link.title}</bdi>
        </a>
      )}
      {target !== null && <span className={styles.as}>{target.place}</span>}
      <Button
        look="icon"
        label={`Remove the link: ${link.title}`}
        onPress={() =>
          void store.getState().perform({
            words: 'Link removed',
            run: () => edit(true),
            undo: () => edit(false),
          })
        }
      >
        <X {...ICON} size={12} />
      </Button>
    </li>
  );
}
