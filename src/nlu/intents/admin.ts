/** 管理, admin panel, 管理 @张三, 诊断: how the bot is doing, and what somebody did of late. */
import type { PersonRef } from '../../domain/intent.ts';
import type { Candidate, Scene } from '../candidate.ts';
import { phrase } from '../phrase.ts';
import { silent } from '../time/silent.ts';
import { claim } from './clause.ts';
import { saysNothingElse } from './whole.ts';

const PANEL = phrase('( panel=admin.panel | check=admin.check ) ( tail | complement | CLAIMED )* CLOSE');

export function readAdmin(scene: Scene): readonly Candidate[] {
  const { said, starts } = scene;
  if (!saysNothingElse(scene)) return [];
  const match = PANEL.at(said, starts[0] ?? 0);
  if (!match) return [];
  const claims = [claim('command', match, 'admin')];
  const [person] = said.mentions.filter((one) => one.openId !== said.botOpenId);
  const check = match.parts.check !== undefined;
  const of: PersonRef | null = person?.openId ? { name: person.name, openId: person.openId } : null;
  return [
    {
      kind: 'admin',
      strength: 'sure',
      claims,
      because: 'what only administrators ask for',
      build: () => ({
        intent: { want: 'admin', ...(of && !check ? { of } : {}), ...(check ? { check } : {}) },
        time: silent(),
        said: said.with(claims),
      }),
    },
  ];
}
