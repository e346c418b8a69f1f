import type { IncidentViewT } from '#shared/contract/views.ts';
import { TRENDS, type Trend, trendName } from '#shared/domain/situation.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { Fact, Facts } from '../../ui/fact.tsx';
import { InlineText } from '../../ui/inline-text.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type Choice, Picker } from '../../ui/picker.tsx';
import { Section } from '../../ui/section.tsx';
import { useChange } from '../change.ts';
import { usePresses } from '../submit.ts';
import { TimeValue } from '../time/time-value.tsx';

const UNKNOWN = 'unknown';
const TREND_CHOICES: readonly Choice[] = [
  ...TRENDS.map((trend) => ({ key: trend, name: trendName(trend) })),
  { key: UNKNOWN, name: 'Not known' },
];

/** The size-up: what is wrong, for whom, which way it goes. What is empty asks for itself. */
export function SituationCard({ incident }: { readonly incident: IncidentViewT }) {
  const { store, clock } = useDesktop();
  const change = useChange();
  const { problem, submit } = usePresses();
  const { id, situation, impact, summary } = incident;
  // Two sentences for later: while it runs, what is known stands above.
  const hasSummary = summary !== '' || incident.endedAt !== null;
  const setTrend = (key: string) => {
    const trend = key === UNKNOWN ? null : (key as Trend);
    void submit(() => store.getState().change('incident.set-situation', { incident: id, trend }));
  };
  return (
    <Section title="Situation">
      <Facts>
        <Fact name="Symptoms">
          <InlineText
            label="Symptoms"
            prompt="What do people see?"
            value={situation.symptoms}
            onSave={(symptoms) => change('incident.set-situation', { incident: id, symptoms })}
          />
        </Fact>
        <Fact name="Scope">
          <InlineText
            label="Scope"
            prompt="Who and where?"
            value={situation.scope}
            onSave={(scope) => change('incident.set-situation', { incident: id, scope })}
          />
        </Fact>
        <Fact name="Impact">
          <InlineText
            label="Impact"
            prompt="How bad, in numbers?"
            value={impact}
            onSave={(text) => change('incident.set-impact', { incident: id, impact: text })}
          />
        </Fact>
        <Fact name="Trend">
          <Picker
            label="Trend"
            look="value"
            choices={TREND_CHOICES}
            chosen={situation.trend ?? ''}
            unlisted={situation.trend ?? 'Getting worse?'}
            isPrompt={situation.trend === null}
            onChoose={setTrend}
          />
        </Fact>
        <Fact name="Since">
          <TimeValue
            label="Since"
            prompt="When did it begin?"
            at={situation.since}
            begin={() => Math.min(incident.declaredAt, clock.now())}
            onSave={(since) => change('incident.set-situation', { incident: id, since })}
          />
        </Fact>
        {hasSummary && (
          <Fact name="Summary">
            <InlineText
              label="Summary"
              prompt="In two sentences"
              value={summary}
              onSave={(text) => change('incident.set-summary', { incident: id, summary: text })}
            />
          </Fact>
        )}
      </Facts>
      {problem !== null && <Notice problem={problem} />}
    </Section>
  );
}
