/** Headings of notices. */
export const title = {
  notice_ok: '好了',
  notice_info: '提示',
  notice_warning: '请留意',
  notice_error: '没有成功',
  title_not_booked: '没有约上',
  title_not_changed: '没有改',
  title_not_allowed: '没有操作权限',
  title_not_found: '没有找到会议',
  title_ask: '确认一下',
  title_time: '请再确认一下时间',
  title_lost: '不确定有没有约上',
  title_late: '没有做',
  title_enough: '约得有点多了',
  title_busy: '飞书暂时忙不过来',
  head_cancelled: '会议已取消',
  head_call_cancelled: '通话已取消',
};
