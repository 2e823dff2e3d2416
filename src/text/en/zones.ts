import type { In } from '../language.ts';
import type { zones as zh } from '../zh/zones.ts';

export const zones: In<typeof zh> = {
  'Asia/Shanghai': 'Beijing',
  'Asia/Tokyo': 'Tokyo',
  'Asia/Seoul': 'Seoul',
  'Asia/Singapore': 'Singapore',
  'Asia/Bangkok': 'Bangkok',
  'Asia/Kolkata': 'New Delhi',
  'Asia/Dubai': 'Dubai',
  'Europe/Berlin': 'Berlin',
  'Europe/Paris': 'Paris',
  'Europe/London': 'London',
  'America/Sao_Paulo': 'São Paulo',
  'America/New_York': 'New York',
  'America/Los_Angeles': 'Los Angeles',
  'Australia/Sydney': 'Sydney',
  UTC: 'UTC',
};
