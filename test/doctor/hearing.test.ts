import { expect, it } from 'vitest';
import { createHearing } from '../../src/doctor/hearing.ts';

it.each([
  [0, 0, 0],
  [10, 2, 0],
  [10, 3, 3],
  [100, 3, 0],
  [100, 12, 12],
])('%i events heard and %i missed: %i are worth a word', (heard, missed, told) => {
  const hearing = createHearing();
  for (let i = 0; i < heard; i++) hearing.note('heard');
  for (let i = 0; i < missed; i++) hearing.note('missed');
  expect(hearing.missed()).toBe(told);
});
