/** All recognisers, by the character they begin with. Order breaks ties between matches of one length. */
import { enClocks, enLengths } from './en-clock.ts';
import { enDays } from './en-day.ts';
import { enLinks, enRepeats, enVague, enZones } from './en-more.ts';
import { numeric } from './numeric.ts';
import { table } from './scan.ts';
import { zhClocks, zhLengths } from './zh-clock.ts';
import { zhDays } from './zh-day.ts';
import { zhLinks, zhRepeats, zhVague, zhZones } from './zh-more.ts';

export const lexicon = table([
  ...zhRepeats,
  ...enRepeats,
  ...zhDays,
  ...zhClocks,
  ...numeric,
  ...zhLengths,
  ...zhZones,
  ...enDays,
  ...enClocks,
  ...enLengths,
  ...enZones,
  ...zhVague,
  ...enVague,
  ...zhLinks,
  ...enLinks,
]);
