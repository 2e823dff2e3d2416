/** Somebody's name inside a text; nobody is called by it. Source: Feishu's page on the rich text component, `<person>`. */
export const personTag = (openId: string): string => `<person id='${openId}' show_name=true show_avatar=false style='normal'></person>`;
