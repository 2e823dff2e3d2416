const span = { all: '', today: '今天的', tomorrow: '明天的', this_week: '本周的', next_week: '下周的' };

export const list = {
  list_title: (a: { scope: 'mine' | 'chat'; span: keyof typeof span }) =>
    a.scope === 'mine' ? `我${span[a.span] || '的'}会议` : `本群${span[a.span]}会议`,
  span_all: '全部',
  span_today: '今天',
  span_tomorrow: '明天',
  span_this_week: '本周',
  span_next_week: '下周',
  list_page: (a: { page: number; pages: number; total: number }) => `第 ${a.page}/${a.pages} 页，共 ${a.total} 场`,
  list_total: (a: { total: number }) => `共 ${a.total} 场`,
  list_empty: '这段时间没有会议。',
  list_empty_hint: '想约一场？直接写：',
  several_match: (a: { count: number }) => `有 ${a.count} 场符合，是哪一场？`,
  several_more: (a: { count: number }) => `还有 ${a.count} 场没有列出，可以说会议号或日期。`,
};
