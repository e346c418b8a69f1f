import type { IncidentId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import { severityName } from '#shared/domain/severity.ts';
import { recurringFactors } from '#shared/post-mortem/factors.ts';
import type { Alike } from '../controls.ts';
import type { Db } from '../store/database.ts';
import { incidentById, type LedIncident } from '../store/incidents.ts';
import { factorsOfAll } from '../store/post-mortem-search.ts';
import { postMortemOf } from '../store/post-mortems.ts';
import { situationOf } from '../store/situations.ts';
import { findIncident, type QueryHandlers } from './handler.ts';

/** A list that is read through in a minute. */
const SIMILAR_MAX = 6;
const FACTORS_MAX = 10;
const NAMED_MAX = 6;
const WORDS_TOLD = 5;
/** Factors that are compared: those of the latest few hundred post-mortems. */
const COMPARED_MAX = 2_000;
/** What the same severity adds to what the words tell. */
const SAME_SEVERITY = 1.1;

export const likeBeforeQueries: Pick<QueryHandlers, 'like-before'> = {
  'like-before': (context, { incident }) => {
    const found = findIncident(context, incident);
    if (!found.ok) return found;
    const { db } = context;
    return ok({
      similar: similarTo(db, found.value, context.alike(incident)),
      factors: recurring(db, incident),
    });
  },
};

function similarTo(db: Db, to: LedIncident, alike: readonly Alike[]) {
  return alike
    .flatMap(({ incident: id, words, score }) => {
      const other = incidentById(db, id);
      if (other === null || other.declaredAt >= to.declaredAt || other.status === 'merged') {
        return [];
      }
      const isAsSevere = other.severity === to.severity && isSaid(db, other) && isSaid(db, to);
      return [{ other, words, isAsSevere, score: score * (isAsSevere ? SAME_SEVERITY : 1) }];
    })
    .sort((a, b) => b.score - a.score || b.other.declaredAt - a.other.declaredAt)
    .slice(0, SIMILAR_MAX)
    .map(({ other, words, isAsSevere }) => ({
      ...told(other),
      severity: other.severity,
      status: other.status,
      at: other.declaredAt,
      reasons: [
        inCommon(words),
        ...(isAsSevere ? [`Same severity: ${severityName(other.severity)}`] : []),
      ],
      hasPostMortem: postMortemOf(db, other.id) !== null,
    }));
}

/** Whether somebody chose the severity: what every incident begins with is no likeness. */
const isSaid = (db: Db, { id }: LedIncident) => situationOf(db, id).severityConfirmed;

const told = ({ id, code, name }: LedIncident) => ({ incident: id, code, name });

/** `4 words in common: checkout, timeout, eu, retries` */
function inCommon(words: readonly string[]): string {
  const rest = words.length - WORDS_TOLD;
  const listed = words.slice(0, WORDS_TOLD).join(', ');
  const all = rest > 0 ? `${listed} and ${rest} more` : listed;
  return `${words.length} ${words.length === 1 ? 'word' : 'words'} in common: ${all}`;
}

function recurring(db: Db, here: IncidentId) {
  const groups = recurringFactors(factorsOfAll(db, COMPARED_MAX)).map(({ text, incidents }) => {
    const others = incidents.filter((id) => id !== here);
    return { text, isHere: others.length < incidents.length, others };
  });
  return [...groups.filter(({ isHere }) => isHere), ...groups.filter(({ isHere }) => !isHere)]
    .slice(0, FACTORS_MAX)
    .map(({ text, isHere, others }) => ({
      text,
      isHere,
      incidents: others.slice(0, NAMED_MAX).flatMap((id) => {
        const other = incidentById(db, id);
        return other === null ? [] : [told(other)];
      }),
    }));
}
