import { inSentences, type Lexeme } from '../../lexicon/lexeme.ts';

/** What is said aloud rather than written: to a colleague, on the phone, in a hurry. */
export const spoken: readonly Lexeme[] = [
  /** Behind a time, a meeting that is there. */
  {
    role: 'which.there',
    words: ['那会', '这场'],
    examples: [
      {
        text: '四点那会加个密码',
        means: { want: 'change', anyPassword: true, topic: null },
      },
      {
        text: '三点半这场打开录制',
        means: { want: 'change', record: true, topic: null },
      },
    ],
  },
  {
    role: 'slot.article',
    words: ['一个', '一位', '一名', '位', '名'],
    examples: [
      {
        text: '三点的会加一个主持人@张伟',
        means: { want: 'change', hosts: '张伟', topic: null },
      },
      {
        text: '评审再加一位主持人@李强',
        means: { want: 'change', hosts: '李强', topic: '评审' },
      },
      {
        text: '给月会加一名主持人@周敏',
        means: { want: 'change', hosts: '周敏', topic: '月会' },
      },
      {
        text: '彩排加位主持人@郑爽',
        means: { want: 'change', hosts: '郑爽', topic: '彩排' },
      },
      {
        text: '四点那场加名主持人@冯源',
        means: { want: 'change', hosts: '冯源', topic: null },
      },
    ],
  },
  {
    role: 'access.outside',
    words: ['外头的'],
    examples: [
      {
        text: '不要让外头的人进来',
        means: { want: 'change', join: 'company' },
      },
    ],
  },
  {
    role: 'move.shift',
    words: { 再挪: 1 },
    examples: [
      {
        text: '周会再挪15分钟',
        means: { want: 'move', shift: 15, topic: '周会' },
      },
    ],
  },
  {
    role: 'move.onto',
    words: ['到', '至'],
    examples: [
      {
        text: '把5点的会提到4点',
        means: { want: 'move', act: 'do', to: '11-20 16:00', topic: null },
      },
      {
        text: '将选题会错开至周四两点',
        means: { want: 'move', act: 'do', topic: '选题会', to: '11-26 14:00' },
      },
    ],
  },
  /** Moves where a meeting is taken to a time: 把周会安排到4点; 周会安排在4点 is arranged. */
  {
    role: 'move.taken',
    ...inSentences(['提', '错开', '安排', '排', '定', '订', '约', '弄', '整', '搞', '搁', '拉', '腾', '倒'], (verb) => ({
      text: `把招商会${verb}到周五上午11点`,
      means: { want: 'move', act: 'do', topic: '招商会', to: '11-20 11:00' },
    })),
  },
  {
    role: 'deeds.did',
    words: ['推迟', '推迟的', '延后', '提前', '提前的', '删掉', '取消掉', '改期', '改时间', '延长', '延长的', '定的', '建的', '拉的'],
    examples: [
      { text: '谁把会推迟了', means: { want: 'deeds', act: 'do' } },
      { text: '会是谁推迟的', means: { want: 'deeds', act: 'do' } },
      { text: '谁把这个会延后了', means: { want: 'deeds', act: 'do' } },
      { text: '谁给提前了', means: { want: 'deeds', act: 'do' } },
      { text: '这个会谁提前的', means: { want: 'deeds', act: 'do' } },
      { text: '谁把会删掉了', means: { want: 'deeds', act: 'do' } },
      { text: '谁把那场会取消掉了', means: { want: 'deeds', act: 'do' } },
      { text: '谁把会议改期了', means: { want: 'deeds', act: 'do' } },
      { text: '刚刚谁改时间了', means: { want: 'deeds', act: 'do' } },
      { text: '谁把会延长了', means: { want: 'deeds', act: 'do' } },
      { text: '会是谁延长的', means: { want: 'deeds', act: 'do' } },
      { text: '这个会是谁定的', means: { want: 'deeds', act: 'do' } },
      { text: '那个会谁建的', means: { want: 'deeds', act: 'do' } },
      { text: '这场会谁拉的', means: { want: 'deeds', act: 'do' } },
    ],
  },
  {
    role: 'deeds.bit',
    words: ['刚刚', '昨天', '我的'],
    examples: [
      { text: '刚刚谁改的', means: { want: 'deeds', act: 'do' } },
      { text: '昨天是谁取消的', means: { want: 'deeds', act: 'do' } },
      { text: '我的会谁取消的', means: { want: 'deeds', act: 'do' } },
    ],
  },
  {
    role: 'title.because',
    words: ['考虑到', '鉴于', '由于', '碍于', '毕竟', '因为', '出于'],
    examples: ['考虑到', '鉴于', '由于', '碍于', '毕竟', '因为', '出于'].map((why) => ({
      text: `${why}项目进度紧张，麻烦预约明天9点半的澄清会`,
      means: { want: 'book', topic: '澄清会' },
    })),
  },
  {
    role: 'dialogue.all',
    words: ['帮约', '帮我约', '帮忙约', '都帮我约上', '给约一下'],
    forms: [
      {
        rows: [
          ['都', '都给我', '帮我都', '一起'],
          ['约', '订', '安排', '建', '拉', '定', '排'],
          ['一下', '上', '了', '好'],
        ],
      },
    ],
    examples: [
      ['明天下午两点半需求评审，三点半排期会', '都约一下'],
      ['周五10点面试，11点答疑会', '帮约'],
      ['周二九点晨会、四点周报会', '都给我约上'],
      ['周四两点选品会，五点招商会', '帮我都安排好'],
      ['后天十点例会，十一点彩排', '一起建了'],
      ['周三三点评审；四点复盘', '都订上吧'],
      ['下周一9点早会，10点培训', '都拉一下'],
      ['明晚七点读书会，八点半答疑', '都定了'],
      ['周五两点走查，三点验收', '都排上'],
      ['周五两点走查会，三点验收会', '帮我约'],
      ['周六十点试讲，十一点答辩', '帮忙约'],
      ['周一两点述职，三点面谈', '都帮我约上'],
      ['今晚六点对账会，七点盘点会', '给约一下'],
    ].map(([two, order]) => ({
      text: `${two}，${order}`,
      means: Object.fromEntries([
        ['act', 'do'],
        ['want', 'book'],
        ['then', 'book'],
      ]),
    })),
  },
  {
    role: 'dialogue.undo',
    ...inSentences(['退回去', '给退回去', '撤回来', '倒回去', '恢复上一步', '恢复', '还原回去'], (undo) => ({
      text: undo,
      means: { want: 'undo', act: 'do' },
    })),
  },
  {
    role: 'lead',
    words: ['你给我', '你帮我'],
    examples: [
      { text: '你帮我把四点的会推到五点', means: { want: 'move', act: 'do', topic: null, to: '11-20 17:00' } },
      { text: '你给我把四点的会推到五点', means: { want: 'move', act: 'do', topic: null, to: '11-20 17:00' } },
    ],
  },
  {
    role: 'access.host',
    words: ['当主持', '做主持'],
    notBefore: ['人'],
    examples: [
      { text: '所有人都能当主持', means: { want: 'change', canHost: 'anyone' } },
      { text: '大家都可以做主持', means: { want: 'change', canHost: 'anyone' } },
    ],
  },
  {
    role: 'cancel.reason',
    ...inSentences(['我有事', '我临时有事', '我去不了', '我赶不上'], (why) => ({
      text: `下午三点半的会取消了吧${why}`,
      means: { want: 'cancel', act: 'do', topic: null },
    })),
  },
  {
    role: 'cancel.off',
    ...inSentences(['skip掉', 'skip 掉', 'skip吧', 'skip 吧'], (off) => ({
      text: `今天的 standup 先 ${off}`,
      means: { want: 'cancel', act: 'do', topic: 'standup' },
    })),
  },
  {
    role: 'invitation.full-link',
    ...inSentences(['invite link', '会议link', '会议 link', '入会 link'], (link) => ({
      text: `明天 retro 的 ${link} 发我`,
      means: { want: 'invitation', topic: 'retro' },
    })),
  },
  {
    role: 'complement',
    words: ['一推', '一延'],
    examples: [
      { text: '评审往后推一推，推到五点半', means: { want: 'move', topic: '评审', to: '11-20 17:30' } },
      { text: '彩排往后延一延，延到六点', means: { want: 'move', topic: '彩排', to: '11-20 18:00' } },
    ],
  },
  {
    role: 'complement',
    words: ['佢'],
    examples: [{ text: '将5點嘅會取消咗佢', means: { want: 'cancel', act: 'do', topic: null } }],
  },
  { role: 'move.verb', words: ['砍'], examples: [{ text: '评审砍到半小时', means: { want: 'move', topic: '评审', length: 30 } }] },
  {
    role: 'slot.set',
    words: ['设上'],
    examples: [{ text: '给五点的会设上密码', means: { want: 'change', anyPassword: true, topic: null } }],
  },
  {
    role: 'share.invite',
    words: ['拉', '叫', '喊'],
    examples: [
      { text: '拉@张伟进3点的会', means: { want: 'share', topic: null } },
      { text: '叫@王芳也进一下五点的会', means: { want: 'share', topic: null } },
      { text: '喊@李强参加评审会', means: { want: 'share', topic: '评审会' } },
    ],
  },
  {
    role: 'share.into',
    words: ['进', '也进一下', '参加', '加入'],
    examples: [{ text: '拉@陈静加入对账会', means: { want: 'share', topic: '对账会' } }],
  },
  {
    role: 'refer.last',
    words: [],
    forms: [{ rows: [['刚', '刚才'], ['约的', '订的', '建的', '定的'], ['会']], worth: '这个会' }],
    examples: [
      { text: '刚约的会加个密码6666', means: { want: 'change', by: 'last', password: '6666' } },
      { text: '我刚才订的会推迟半小时', means: { want: 'move', by: 'last', shift: 30 } },
      { text: '刚才建的会不要录制', means: { want: 'change', by: 'last', record: false } },
      { text: '刚定的会取消吧', means: { want: 'cancel', by: 'last' } },
    ],
  },
  {
    role: 'refer.booked-by',
    words: [],
    forms: [{ rows: [['约的', '订的', '建的', '定的', '发起的', '组织的'], ['会']], worth: '这个会' }],
    notAfter: ['我'],
    examples: [
      { text: '李总约的会几点开始', means: { want: 'show', by: 'context', owner: { name: '李总' } } },
      { text: '张伟订的会别录', means: { want: 'change', owner: { name: '张伟' }, record: false } },
      { text: '把陈静建的会推迟半小时', means: { want: 'move', owner: { name: '陈静' }, shift: 30 } },
      { text: '取消王芳定的会', means: { want: 'cancel', owner: { name: '王芳' } } },
      { text: '李强发起的会取消', means: { want: 'cancel', owner: { name: '李强' } } },
      { text: '周敏组织的会延长半小时', means: { want: 'extend', owner: { name: '周敏' }, minutes: 30 } },
    ],
  },
  {
    role: 'mood.polite',
    ...inSentences(['烦请'], (please) => ({
      text: `由于客户航班延误，${please}将今天下午四点的合同评审顺延至五点`,
      means: { want: 'move', act: 'do', topic: '合同评审', to: '11-20 17:00' },
    })),
  },
  {
    role: 'dialogue.back',
    words: ['恢复原来的', '恢复之前的', '恢复成原来的'],
    examples: [
      { text: '不对不对，还是恢复原来的吧', means: { want: 'undo' } },
      { text: '还是恢复之前的吧', means: { want: 'undo' } },
      { text: '恢复成原来的', means: { want: 'undo' } },
    ],
  },
];
