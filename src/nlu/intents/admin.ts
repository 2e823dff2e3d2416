/** 管理, admin panel, 管理 @张三, 诊断, 飞书慢吗, what failed today: how the bot is doing, and what somebody did of late. */
import type { Intent, PersonRef } from '../../domain/intent.ts';
import { silent } from '../../domain/silent-time.ts';
import type { Candidate, Scene } from '../candidate.ts';
import { phrase } from '../phrase.ts';
import { claim } from './clause.ts';
import { saysNothingElse } from './whole.ts';

type About = NonNullable<Extract<Intent, { want: 'admin' }>['about']>;

const PANEL = phrase('( panel=admin.panel | check=admin.check ) ( tail | complement | CLAIMED )* CLOSE');
const QUESTIONS: readonly (readonly [About, ReturnType<typeof phrase>])[] = [
  ['platform', phrase('admin.bit* admin.platform admin.bit* admin.state admin.bit* CLOSE')],
  ['failed', phrase('admin.today admin.bit* admin.what admin.bit* admin.fail admin.bit* CLOSE')],
  ['failed', phrase('admin.today admin.bit* admin.fail admin.bit* admin.what admin.bit* CLOSE')],
  ['failed', phrase('admin.bit* admin.what admin.bit* admin.fail admin.bit* admin.today admin.bit* CLOSE')],
];

export function readAdmin(scene: Scene): readonly Candidate[] {
  const { said, starts } = scene;
  if (!saysNothingElse(scene)) return [];
  const at = starts[0] ?? 0;
  const panel = PANEL.at(said, at);
  const asked = panel ? null : QUESTIONS.find(([, pattern]) => pattern.at(said, at));
  const match = panel ?? asked?.[1].at(said, at);
  if (!match) return [];
  const claims = [claim('command', match, 'admin')];
  const [person] = said.mentions.filter((one) => one.openId !== said.botOpenId);
  const check = match.parts.check !== undefined;
  const of: PersonRef | null = panel && !check && person?.openId ? { name: person.name, openId: person.openId } : null;
  const about = asked?.[0];
  return [
    {
      kind: 'admin',
      strength: 'sure',
      claims,
      because: 'what only administrators ask for',
      build: () => ({
        intent: { want: 'admin', ...(of ? { of } : {}), ...(check ? { check } : {}), ...(about ? { about } : {}) },
        time: silent(),
        said: said.with(claims),
      }),
    },
  ];
}
