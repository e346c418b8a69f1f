import { ArrowLeftRight } from 'lucide-react';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { roleName } from '#shared/domain/role.ts';
import { useDesk, useDesktop } from '../../state/desktop.tsx';
import { selectMyRef } from '../../state/settings.ts';
import { Button } from '../../ui/button.tsx';
import { Line } from '../../ui/line.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useSubmit } from '../submit.ts';
import { Age } from '../time/running-clock.tsx';

/** Roles on offer: to answer for whom they are meant, to take back for all others. */
export function HandoverLines({ incident }: { readonly incident: IncidentViewT }) {
  const { store } = useDesktop();
  const me = useDesk(selectMyRef);
  const { problem, isBusy, submit } = useSubmit();
  const { id, handovers } = incident;
  return (
    <>
      {handovers.map((offer) => {
        const role = roleName(offer.role).toLowerCase();
        const isMine = offer.to.ref === me;
        return (
          <Line key={offer.id} icon={ArrowLeftRight} name="Hand-over">
            {isMine ? (
              <>
                <span>
                  <bdi>{offer.from?.name ?? 'Somebody'}</bdi> hands the {role} over to you (
                  <Age since={offer.addedAt} />)
                </span>
                <span data-shortcut="nudge-answer">
                  <Button
                    hint="R"
                    onPress={() =>
                      store.getState().showSheet({ kind: 'hand-over-answer', handover: offer.id })
                    }
                  >
                    Read and answer
                  </Button>
                </span>
              </>
            ) : (
              <>
                <span>
                  {roleName(offer.role)} offered to <bdi>{offer.to.name}</bdi>, not answered yet (
                  <Age since={offer.addedAt} />)
                </span>
                <Button
                  look="quiet"
                  isDisabled={isBusy}
                  onPress={() =>
                    void submit(() =>
                      store
                        .getState()
                        .change('handover.withdraw', { incident: id, handover: offer.id }),
                    )
                  }
                >
                  Take back
                </Button>
              </>
            )}
          </Line>
        );
      })}
      {problem !== null && <Notice problem={problem} />}
    </>
  );
}
