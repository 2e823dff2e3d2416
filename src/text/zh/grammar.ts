/** `1 小时`、`90 分钟` */
export const minutes = (n: number): string => (n > 0 && n % 60 === 0 ? `${n / 60} 小时` : `${n} 分钟`);

/** `1 小时 2 分钟` */
export function lasting(seconds: number): string {
  const total = Math.floor(seconds / 60);
  const [hours, rest] = [Math.floor(total / 60), total % 60];
  if (hours === 0) return `${rest} 分钟`;
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分钟`;
}
