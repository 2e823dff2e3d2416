/** The vocabulary that several readers share. Patterns look at prepared text: half-width, simplified. */

/** Words that stand before what is wanted and say nothing themselves. */
export const LEAD_ZH =
  /^(?:你好|您好|大家(?:好|早)|各位(?:领导|老师|同事|同学|家长|伙伴|专家|朋友|亲)?们?(?:好|早)?|哈喽|哈啰|嗨|早上好|上午好|中午好|下午好|晚上好|早安|不好意思|打扰一?下|打扰了?|抱歉|麻烦您|麻烦你|麻烦|劳驾|辛苦|拜托|请问|烦请|有劳|请您|请你|请(?=帮)|帮我们?|帮忙|帮大家|帮(?=[约订定建排预安创发])|给我们?(?=[约订定开安预建排看查发])|给大家|替我们?|我想要?|我们想要?|我要|我们要|我需要|我们需要|咱们要?|我们大家|我们(?!的)|大家(?!来找|的|都)|想要|需要|能不能|可不可以|能否|可否|是否可以|可以帮|可以|能帮|能(?=推迟|延|取消|改|提前|把|续|约|订|安排)|好的|好吧|对了|刚?[跟和]\p{Script=Han}{1,4}(?:(?:确认|沟通|商量|说)(?:好|过)*了?|约(?:好|过|了)+)(?=[,，]|$)|[嗯呃额啊]+(?=那个|这个|帮|我|请|麻烦|[\s,，])|那个(?=帮|我|请|麻烦|[\s,，]|$)|另外|然后|顺便|记得|那么|那就|就是|(?:会议|小)?(?:助手|机器人)(?:同学|老师)?|同学们|老师们|亲爱的|\p{Script=Han}{1,2}(?:总|老师|经理|主任|教授|博士|校长|院长|部长|处长|老板|律师|医生|女士|先生)(?:您好|你好|早上好|下午好|晚上好|好|早)(?=[\s,，!！~。]|$)|拜托了?|如题|改天|(?:如果)?(?:有空|方便|可以)的话|有空|(?:老板|领导|客户|对方)(?:那边)?(?:回复)?(?:说的?|要|让|想)(?:是)?|请大家|提醒一?下?大家|通知一?下?大家|邀请大家|麻烦大家|提醒(?!功能|系统|模板|机制|方案|设置|规则|服务|事项|策略)|通知(?!功能|系统|模板|机制|书|方案|中心|渠道|栏|设置|服务|推送|公告|单|文|权限|策略|规则))+(?:[\s,，、。.!！~～:：]|$)*/u;

/** Single characters that are filler only before something that is plainly a request, a pause or the end. */
export const LEAD_ZH_CHAR =
  /^(?:请|想|要|来|再|先|就|那|帮|给|好|嗯|呃|哎|诶|喂|哦|噢|啊|嗨|亲|也|又|并|且|我|咱|都|还)(?=[\s,，、。!！~～:：]|$|请|帮|麻烦|预[约订定]|[约订定开排建拉搞弄](?:一?个|一?场|一?次|下|一下|会)|开\p{Script=Han}{1,8}会|安排|创建|新建|发起|取消|查看|看看|延长|推迟|改|把|录制|呼叫|拨|打(?:电话|给)|@)(?:[\s,，、。!！~～:：])*/u;

export const LEAD_EN =
  /^(?:hi there|hi|hello|hey|dear|good (?:morning|afternoon|evening)|ok|okay|so|well|please|pls|plz|kindly|sorry|do the needful(?: and)?|(?:can|could|would) (?:u|someone|somebody|anyone|you guys)|(?:is )?(?:any|every)(?:one|body) (?:free|available|around)|could you|can you|would you|will you|could we|can we|shall we|should we|would it be possible to|is it possible to|i'd like to|i would like to|i'd love to|i want to|i wanna|i need to|i have to|i'd like|i would like|i need|i want|we'd like to|we want to|we need to|we have to|we should|we need|we will|we'll|i will|i'll|(?:let's|lets|let us)(?: do(?! (?:an?|the|another|our)\b))?|just|help me to|help me|help us|help(?=\s+(?:[\u4e00-\u9fff]|(?:set|book|schedule|arrange|create)\b))|remind (?:the |my |our )?(?:team|everyone|everybody|all|us|me|folks|people)(?: (?:that|about|of|to))?|go ahead and|request(?:ing)? you to|requesting(?: for)?|would (?:like|love) to|wanna|looking to|hoping to|fyi|(?:a )?(?:quick )?heads[- ]up|as (?:discussed|agreed|mentioned|requested|planned)|(?:as )?per (?:our|my|the) (?:chat|call|discussion|email|conversation|thread)|(?:just )?confirming(?: (?:our|the|that))?|(?:please )?join (?:us|me) for|you(?:'re| are) invited to|we(?:'re| are) having|we have(?! (?:no|not|nothing)\b)|are you (?:free|available|around)|(?:you )?got (?:some )?time|also|then|and|how about|what about|possible to|let me know if|see if|check if|nvm|never ?mind|oops|actually)(?=[\s,.!:]|$)[\s,.!:]*|^(?:team|folks|guys|everyone|all|bot|there)[,:!][\s,.!:]*/i;

export const TAIL_ZH =
  /[\s,，、。.!！?？~～;；:：…]*(?:非常感谢|十分感谢|谢谢(?:你们?|您|大家|各位|啦|了|老师|哈)?|多谢(?:啦|了)?|感谢(?:您|大家)?|谢了|谢啦|辛苦(?:了|啦|您|大家|各位)?|麻烦(?:了|您|你|啦)|拜托(?:了|啦)?|可以吗|可以么|可以不|行吗|行么|行不行|好吗|好么|好不好|好嘛|可否|方便吗|ok吗|ok不|没问题吧|怎么样|如何|吧|呗|哦|噢|啊|呀|哈|啦|喽|咯|哟|哒|嘛|呐|呢|thx|thanks|3q)+[\s,，、。.!！?？~～;；]*$/i;

export const TAIL_EN =
  /(?:^|[\s,.!?;-]+)(?:please|pls|plz|set it up|book it|thanks(?: a lot| so much| in advance| everyone| all| team)?|thank you(?: so much| very much)?|many thanks|thx|tks|ty|cheers|if possible|if you can|for me|for us|would you|will you|could you|ok|okay)[\s,.!?;]*$/i;

/** 会 that is a meeting, not the head of 会员, 会计, 会话, … */
export const HUI = '会(?![员话计谈展场馆所签务客费操见诊晤师审堂标款旗徽刊合商同诉稿餐演战试]|议室)';
/** 会议 that stands for the meeting itself. */
export const HUIYI = '会议(?!纪要|记录|室|系统|制度|材料|通知|流程|管理|平台|效率|助手|机器人|软件|产品|议程)';

const KIND_ZH = '(?:飞书|视频|线上|在线|语音|网络|远程|临时|紧急|简短的?|短|小|快速|即时|内部|新的?)';
/** A meeting and nothing more, Chinese. */
export const MEETING_ZH = `(?:${KIND_ZH}{0,3}(?:${HUIYI}|${HUI}|碰头|meeting(?![a-z])|mtg(?![a-z])|call(?![a-z])))`;

/** A request to book, at the start of a piece of text. */
export const BOOK_ZH = new RegExp(
  '^(?:' +
    [
      '(?:预约|预定|预订|安排|创建|新建|发起|召开|召集|组织|申请|约|订|定|开|搞|弄|整|拉|建|排|加|来|做|设|要|有|book|schedule|set ?up|set|arrange|create|have|make)(?:一下|下|了|上)?\\s*(?:一个|一场|一次|1个|1场|个|场|次)(?:的)?',
      '(?:预约|预定|预订)(?!系统|平台|功能|流程|模块|页|制|单|服务|管理|率|量|数|挂号|号|渠道|入口|转化|订单)(?:一下|下|了)?',
      `(?:安排|创建|新建|发起|召开|召集|组织|申请|约|订|定|开|建|拉|设定?)(?:一下|下|了|好)?(?=[\\s,，:：。]|$|${MEETING_ZH})`,
      '安排(?:一下|下)?(?!表|人员|情况|问题|计划)',
      '开(?=[A-Za-z0-9])',
      '约(?=(?:[一二三四初复终]|技术|电话|视频|线上)?面(?:[\\s,，:：]|$|试))',
      '开(?![发放源幕业工庭学盘题票户荒销拓展创启动心年罐关支通课])(?=[\\p{Script=Han}A-Za-z0-9]{1,10}会(?:议)?(?:[\\s,，。]|$))',
      '召开(?=\\p{Script=Han})',
    ].join('|') +
    ')\\s*',
  'iu',
);

export const BOOK_EN =
  /^(?:(?:re)?book(?! (?:club|fair|review|reading|launch|keeping|talk|tour|sync|swap)\b)|schedule(?! (?:review|planning|sync|risk|check)\b)|arrange|call(?= (?:a|an|another|the) (?:[a-z]+ )?(?:meeting|mtg|session)\b)|set ?up|set(?= (?:a|an|the|me|us)\b)|reserve(?! (?:funds?|bank|list|price|currency|capacity)\b)|fix|organi[sz]e(?= (?:a|an|the|another|our|my|meeting|call)\b)|(?:create|start|open|host|hold|have|do|make|add|put|get|plan|throw|run|launch|initiate|convene|grab|find|want|need)(?= (?:me |us |in |up )?(?:a|an|the|another|our|my|some|new|one|time|instant|meeting|call|mtg|video)\b))(?:\s+(?:in|up|on|out))?(?:\s+(?:me|us))?(?![\w'])[\s:,]*/i;

export const ARTICLE = /^(?:a|an|the|another|one(?! on\b)|some)\s+(?=[a-z\d])/i;

const KIND_EN =
  '(?:(?:quick|short|brief|small|new|video|online|virtual|remote|instant|feishu|lark|zoom|recurring|half-hour|one-hour)\\s+)*';
/** A meeting and nothing more, English; `a board meeting` is more. */
export const MEETING_EN = new RegExp(
  `^${KIND_EN}(?:meeting|meetings|mtg|call|conference call|conference|video ?call|video ?conference|vc|slot|time slot|time|session|(?:chat|catch[- ]?up)(?= (?:about|on|re|regarding)\b)|appointment|event|invite|reservation|booking|room|meeting room)(?![\\w'-])\\s*(?=$|[:,.;\\-–—(]|(?:about|on|re|regarding|for|to|called|named|titled|and|at|from|in|is|it)\\b)`,
  'i',
);
/** Verbs that mean no more than "let us have a meeting". */
export const MEET_EN = /^(?:meet(?:ing)?(?: up)?|get together|talk|have a (?:meeting|call|chat)|call)$/i;
export const ABOUT_EN = /^(?:about|regarding|concerning|re|on|for|to|called|named|titled)\b[\s:]*|^[:\-–—]+\s*/i;
