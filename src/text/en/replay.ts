import type { replay as zh } from '../zh/replay.ts';

export const replay: typeof zh = {
  usage: 'Usage: npm run replay -- EVENT.json [--live] [--now]',
  no_file: (a) => `${a.path} cannot be read (${a.why}). Check the path of the file.`,
  not_json: (a) => `${a.path} is not JSON. Save the body of the platform’s request as it came: one event, one file.`,
  no_envelope:
    'There is no event in this file: it needs header and event (schema 2.0), or the encrypted {"encrypt": "…"}. test/fixtures/events has examples.',
  need_key: 'This event is encrypted. Set FEISHU_ENCRYPT_KEY of the app that received it in .env and run this again.',
  wrong_key:
    'FEISHU_ENCRYPT_KEY does not open this event. Check that it is the Encrypt Key under “Events & Callbacks > Encryption Strategy” in the console, and that the file is complete.',
  wrong_token:
    'The event’s verification token is not FEISHU_VERIFICATION_TOKEN: it was pushed to another app, or cannot be trusted. Check “Events & Callbacks > Encryption Strategy” in the console.',
  other_app: (a) => `The event is for app ${a.said}, but ${a.own} is configured. Use that app’s .env, or unset the FEISHU_ variables.`,
  address_check:
    'This is the check of the request URL, not an event: there is nothing to replay. Choose the event of a message or a press.',
  unknown_event: (a) => `The bot does nothing with ${a.type}. What it takes: ${a.known}.`,
  unreadable: (a) => `${a.type} lacks what the bot needs (ids of the sender, chat or message, …). test/fixtures/events has examples.`,
  from_bot: 'A bot or an app sent this message, not a person: the bot ignores it. Nothing would be called.',
  not_mentioned: 'A group’s message that does not mention the bot: the bot ignores it. Nothing would be called.',
  empty: 'The message is empty (recalled, or nothing readable in it): the bot ignores it. Nothing would be called.',
  configuration: 'Correct the configuration first; npm run doctor says how.',
  live_needs_app:
    '--live calls the open platform: set FEISHU_APP_ID and the rest in .env first. Without --live it shows what would be called.',
  live_no_bot: 'The platform did not say who the bot is, so nothing more was done. Run npm run doctor to see why.',
  live_temp_store:
    'Note: the running bot holds the store, so a temporary one is used. The bot will not know what is booked now, and the buttons of its card will not work.',
  event: (a) => `Event ${a.type}  ${a.id}  ${a.at}`,
  message: (a) => `${a.from} said in ${a.where}: ${a.text}`,
  press: (a) => `${a.from} pressed on the card ${a.where}: ${a.action}`,
  bot_added: (a) => `${a.from} added the bot to ${a.where}`,
  meeting_event: (a) => `news of meeting ${a.no}: ${a.event}`,
  bot_chat_entered: (a) => `${a.from} opened the direct chat ${a.where} with the bot`,
  made_up_meeting: (a) => `The card’s meeting ${a.id} is made up: booked by whoever pressed, for tomorrow, not started.`,
  back: (a) => `At once, to whoever pressed: ${a.answer}`,
  answered: (a) => `← ${a.status}${a.code}`,
  made_up: (a) => `← ${a.status}${a.code} (made up)`,
  no_answer: (a) => `← no answer (${a.why})`,
  failed: (a) => `Not finished: ${a.why}`,
  later: 'Cards that are to be redrawn wait in the store until the bot starts.',
  done: (a) => `${a.calls === 1 ? '1 call' : `${a.calls} calls`}, none of them sent. With --live they are.`,
  done_live: (a) => `${a.calls === 1 ? '1 call' : `${a.calls} calls`}, sent.`,
};
