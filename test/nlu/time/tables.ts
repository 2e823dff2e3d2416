/** Every table of cases, by the form of expression that it is about. */
import { cantoneseCases } from './cases.cantonese.ts';
import { clocksCases } from './cases.clocks.ts';
import { datesCases } from './cases.dates.ts';
import { daysCases } from './cases.days.ts';
import { edgesCases } from './cases.edges.ts';
import { feastsCases } from './cases.feasts.ts';
import { fromNowCases } from './cases.from-now.ts';
import { lengthsCases } from './cases.lengths.ts';
import { movesCases } from './cases.moves.ts';
import { noTimeCases } from './cases.no-time.ts';
import { notExactCases } from './cases.not-exact.ts';
import { orderCases } from './cases.order.ts';
import { partsOfTheDayCases } from './cases.parts-of-the-day.ts';
import { pastedCases } from './cases.pasted.ts';
import { problemsCases } from './cases.problems.ts';
import { rangesCases } from './cases.ranges.ts';
import { recurrencesCases } from './cases.recurrences.ts';
import { severalTimesCases } from './cases.several-times.ts';
import { spokenNumbersCases } from './cases.spoken-numbers.ts';
import { writingCases } from './cases.writing.ts';
import { zonesCases } from './cases.zones.ts';
import type { Case } from './tell.ts';

export const tables: Record<string, Record<string, readonly Case[]>> = {
  cantonese: cantoneseCases,
  clocks: clocksCases,
  dates: datesCases,
  days: daysCases,
  edges: edgesCases,
  feasts: feastsCases,
  'from now': fromNowCases,
  lengths: lengthsCases,
  moves: movesCases,
  'no time': noTimeCases,
  'not exact': notExactCases,
  order: orderCases,
  'parts of the day': partsOfTheDayCases,
  pasted: pastedCases,
  problems: problemsCases,
  ranges: rangesCases,
  recurrences: recurrencesCases,
  'several times': severalTimesCases,
  'spoken numbers': spokenNumbersCases,
  writing: writingCases,
  zones: zonesCases,
};
