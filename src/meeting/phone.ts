/** Area codes of the two-digit kind; all others have three digits (national numbering plan). */
const SHORT_AREAS = ['10', '20', '21', '22', '23', '24', '25', '27', '28', '29'];

/**
 * A mainland number as apply wants it: `+86-13800138000` or `+86-02187654321`; null when it is not one.
 * Source: pstn_sip_info.main_address, "[国际冠字]-[电话区号][电话号码]", mainland mobile and fixed numbers only.
 */
export function mainlandNumber(written: string): string | null {
  const digits = written.normalize('NFKC').replace(/[\s().·–—-]/g, '');
  const national = /^(?:\+|00)/.test(digits) ? digits.replace(/^(?:\+|00)86/, '') : digits.replace(/^86(?=1\d{10}$)/, '');
  if (!/^\d{7,12}$/.test(national)) return null;
  if (/^1[3-9]\d{9}$/.test(national)) return `+86-${national}`;
  const area = national.replace(/^0/, '');
  const short = SHORT_AREAS.some((code) => area.startsWith(code));
  const local = area.slice(short ? 2 : 3);
  const valid = /^[2-8]\d{6,7}$/.test(local) && (short ? local.length === 8 : /^[3-9]\d\d/.test(area));
  return valid && (national.startsWith('0') || /^(?:\+|00)/.test(digits)) ? `+86-0${area}` : null;
}
