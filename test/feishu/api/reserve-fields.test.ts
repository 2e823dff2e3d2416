import { describe, expect, it } from 'vitest';
import { quoted, readExample as read, tableOf } from '../../helpers/docs.ts';

/** Of the five calls: path, query, body and answer. */
const FIELDS = [
  ...['reserve_id', 'user_id_type', 'with_participants', 'end_time', 'owner_id', 'meeting_settings', 'topic', 'action_permissions'],
  ...['permission', 'permission_checkers', 'check_field', 'check_mode', 'check_list', 'meeting_initial_type', 'meeting_connect'],
  ...['call_setting', 'callee', 'id', 'user_type', 'pstn_sip_info', 'nickname', 'main_address', 'auto_record', 'assign_host_list'],
  ...['password', 'meeting_no', 'url', 'app_link', 'live_link', 'expire_status', 'reserve_user_id', 'reserve_correction_check_info'],
  ...['invalid_host_id_list', 'code', 'msg', 'meeting', 'create_time', 'start_time', 'host_user', 'status', 'participant_count'],
  ...['participant_count_accumulated', 'participants', 'first_join_time', 'final_leave_time', 'in_meeting_duration', 'is_host'],
  ...[
    'is_cohost',
    'is_external',
    'ability',
    'use_video',
    'use_audio',
    'use_share_screen',
    'use_follow_screen',
    'use_recording',
    'use_pstn',
  ],
];

/** What an example of a row has to bring about: that field, and no other one beside topic and time. */
const TELLS: Record<string, (intent: ReturnType<typeof read>) => void> = {
  end_time: (intent) =>
    intent.want === 'extend' ? expect(intent.minutes).toBe(30) : expect(intent).toMatchObject({ want: 'book', slots: {} }),
  topic: (intent) => expect(slots(intent).topic).toMatch(/^(周会|weekly sync|季度复盘|Q4 review)$/),
  password: (intent) => expect(['2468', null]).toContain(slots(intent).password),
  auto_record: (intent) => expect(slots(intent).record).toBeTypeOf('boolean'),
  assign_host_list: (intent) => expect(slots(intent).hosts?.every((host) => host.openId)).toBe(true),
  action_permissions: (intent) => expect(slots(intent).join).toBeDefined(),
  permission: (intent) => expect(slots(intent).canHost ?? slots(intent).canInvite).toBeDefined(),
  meeting_initial_type: (intent) => expect(intent).toMatchObject({ want: 'call', phone: expect.stringContaining('138') }),
  meeting_connect: (intent) => expect(slots(intent).connect).toBe(true),
  id: (intent) => expect(intent).toMatchObject({ want: 'show', which: { meetingNo: '112000358' } }),
  url: (intent) => expect(intent.want).toBe('invitation'),
  expire_status: (intent) => expect(intent.want).toBe('show'),
  meeting: (intent) => expect(intent.want).toBe('who'),
  participants: (intent) => expect(intent.want).toBe('who'),
  ability: (intent) => expect(intent.want).toBe('who'),
};

function slots(intent: ReturnType<typeof read>) {
  if (intent.want !== 'book' && intent.want !== 'change') return expect.unreachable(`wants ${intent.want}`);
  if (intent.want === 'book') expect(intent.time.start?.grain).toBe('minute');
  expect(intent.slots.topic ?? 'weekly sync').toMatch(/^(周会|(weekly )?sync|季度复盘|Q4 review)$/);
  return intent.slots;
}

describe('the table of fields', () => {
  const rows = tableOf('src/feishu/api/reserve-fields.md');

  it('has every field of the five calls', () => {
    const told = rows.flatMap(([fields]) => quoted(fields!));
    expect(FIELDS.filter((field) => !told.includes(field))).toEqual([]);
    expect(told.filter((field) => !FIELDS.includes(field))).toEqual([]);
  });

  const examples = rows.flatMap(([fields, zh, en]) => [zh!, en!].flatMap(quoted).map((example) => [quoted(fields!)[0]!, example] as const));

  it.each(examples)('%s: %s', (field, example) => {
    TELLS[field]!(read(example));
  });

  it('has both languages in every row that has one', () => {
    for (const [field, zh, en] of rows) expect(quoted(zh!).length, field).toBe(quoted(en!).length);
  });
});
