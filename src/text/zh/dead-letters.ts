/** `npm run dead-letters` 说的话。里面没有任何人写的内容。 */
export const deadLetters = {
  usage: '用法：npm run dead-letters -- list，或者 npm run dead-letters -- replay 编号。',
  none: '没有放弃的任务。',
  count: (n: number) => `放弃的任务 ${n} 个，最近的在前：`,
  row: (a: { id: string; kind: string; at: string; attempts: number; why: string }) =>
    `${a.id}  ${a.kind}  ${a.at}  试了 ${a.attempts} 次  ${a.why}`,
  hint: '再做一次：npm run dead-letters -- replay 编号',
  replayed: (id: string) => `${id} 重新排队了，几秒内会再做一次。`,
  unknown: (id: string) => `没有编号为 ${id} 的放弃任务，什么都没有做。`,
  failed: (why: string) => `没有做成：${why}`,
};
