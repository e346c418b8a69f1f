import type { IncidentViewT } from '#shared/contract/views.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { Picker } from '../../ui/picker.tsx';
import { usePresses } from '../submit.ts';
import { useTicking } from '../time/running-clock.tsx';
import { spanName } from '../time/span.ts';

const USUAL = 'usual';
const CHOICES = [
  ...[30, 60, 120, 240].map((minutes) => ({
    key: String(minutes),
    name: `Every ${spanName(minutes)}`,
  })),
  { key: USUAL, name: 'Usual pace' },
];

/** How often an incident that takes long is told of; nothing while it is short. */
export function Pace({ incident }: { readonly incident: IncidentViewT }) {
  const { store } = useDesktop();
  const { problem, submit } = usePresses();
  const { every, offerAt } = incident.longIncident;
  const isLong = useTicking((now) => String(now >= offerAt)) === 'true';
  if ((!isLong && every === null) || incident.updatesDue.length === 0) return null;
  const choose = (key: string) => {
    const pace = { incident: incident.id, every: key === USUAL ? null : Number(key) };
    void submit(() => store.getState().change('incident.set-pace', pace));
  };
  return (
    <>
      <Picker
        label="Pace of the updates"
        look="inline"
        choices={CHOICES}
        chosen={every === null ? USUAL : String(every)}
        unlisted={every === null ? '' : `Every ${spanName(every)}`}
        onChoose={choose}
      />
      {problem !== null && <span role="alert">{problem.message}</span>}
    </>
  );
}
