import type { IncidentViewT } from '#shared/contract/views.ts';
import { KEY_TIMES, keyTimeName } from '#shared/domain/key-times.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { Fact, Facts } from '../../ui/fact.tsx';
import { useChange } from '../change.ts';
import { TimeValue } from '../time/time-value.tsx';

/** The moments from which everything is measured. Missing ones are asked for, never guessed. */
export function KeyTimes({ incident }: { readonly incident: IncidentViewT }) {
  const { clock } = useDesktop();
  const change = useChange();
  const { id, keyTimes, declaredAt, endedAt, status } = incident;
  const asked = KEY_TIMES.filter(
    (key) => keyTimes[key] !== null || key !== 'closed' || status === 'closed',
  );
  return (
    <Facts>
      {asked.map((key) => (
        <Fact key={key} name={keyTimeName(key)}>
          <TimeValue
            label={keyTimeName(key)}
            prompt="When?"
            at={keyTimes[key]?.at ?? null}
            begin={() =>
              key === 'began' || key === 'detected' ? declaredAt : (endedAt ?? clock.now())
            }
            onSave={(at) => change('incident.set-time', { incident: id, time: key, at })}
          />
        </Fact>
      ))}
    </Facts>
  );
}
