import type { In } from '../language.ts';
import type { error as zh } from '../zh/error.ts';

export const error: In<typeof zh> = {
  error_inside:
    'Something went wrong inside Feishu and nothing was done. Please try again shortly; if it keeps happening, tell your administrator.',
  error_setting_unsupported: 'Feishu does not support this meeting setting yet. Please try a different one.',
  error_settings_refused:
    "Feishu did not accept the meeting's settings. Please check the time (within 30 days), topic and people, then try again.",
  error_meeting_gone: 'This meeting no longer exists: it was cancelled, or its number has expired. Please book a new one.',
  error_booked_elsewhere: 'The bot may not touch this meeting because it was booked elsewhere. Ask whoever booked it to make the change.',
  error_changed_meanwhile: 'Someone else changed this meeting at the same moment. Refresh to see where it stands, then try again.',
  error_meeting_state: "The meeting's current state does not allow this; it may not have started or may be over. Refresh to check.",
  error_meeting_not_found: 'The meeting cannot be found; it may be over. Refresh to check, or book a new one.',
  error_join_first: 'You have to be in the meeting to do this. Join first, then try again.',
  error_person_not_in_meeting: 'That person is not in the meeting. Try again once they have joined.',
  error_not_yourself: 'You cannot do this to yourself. Please choose someone else.',
  error_meeting_full: 'The meeting is full. Try again when someone leaves, or ask an administrator for a larger plan.',
  error_line_busy: 'The line is busy. Please call again later.',
  error_meeting_locked: 'The meeting is locked. Ask a host to unlock it, then try again.',
  error_person_state: "That person's current state does not allow this; they may have left. Refresh to check.",
  error_call_record: 'One-to-one calls cannot be recorded automatically. Please book again without recording.',
  error_too_many_hosts: 'Too many hosts: ten at most. Please name fewer and try again.',
  error_host_refused: 'Someone cannot be a host: only Feishu users of your own organization can. Please choose others and try again.',
  error_password_refused: 'The password must be 4 to 9 digits. Please choose another and try again.',
  error_recording_pending: 'The recording is still being processed. Please look again in a few minutes.',
  error_bad_request: 'Feishu did not accept what was asked. Please check the time, topic and people, then try again.',
  error_bot_outside: 'The bot is no longer in this group. Add it back first, then try again.',
  error_no_bot_ability:
    'The bot ability of this app is off. Ask an administrator to add "Bot" in the developer console and publish a version.',
  error_recall_late: 'This message is too old to be recalled. Please ask a group administrator.',
  error_message_gone: 'That message has been recalled or deleted. Please send a new one.',
  error_not_visible:
    "The bot cannot message this person: they are outside the app's availability or have left the company. An administrator can change the availability in the developer console.",
  error_share_direct: 'A direct chat cannot be shared. Please choose a group.',
  error_not_the_owner: 'The bot does not own this content and cannot send it. Please upload it again and retry.',
  error_posting_limited:
    "This group's settings do not let the bot post. Ask a group administrator to allow it, or message the bot directly.",
  error_thread_gone: 'This topic no longer exists. Please write in the group again.',
  error_busy: 'Feishu is busy right now and did not get to it. Please try again in a minute.',
  error_sensitive: 'Feishu found sensitive content and did not send it. Please change the topic or wording and try again.',
  error_too_long: 'The content is too long to send. Please shorten the topic or name fewer people and try again.',
  error_recall_denied: 'The bot may not recall this message. Ask its sender or a group administrator.',
  error_no_permission:
    'The bot lacks a permission it needs for this. Ask an administrator to grant it in the developer console and publish a version.',
  error_audit:
    "The content did not pass your organization's data checks (a phone number or e-mail address, for example). Please remove it and try again.",
  error_resigned: 'This person has left the company and cannot be messaged. Please choose someone else.',
  error_card_expired: 'This card is too old to be updated. Send "my meetings" for a new one.',
  error_recipient: 'The recipient is not valid. Please choose again and retry.',
  error_posting_denied:
    'The bot may not post here: the chat may be muted, or the bot blocked or restricted. Ask a group or company administrator to lift this, then try again.',
  error_key_deleted: "Your organization's encryption key has been deleted, so nothing can be sent. Please contact your administrator.",
  error_other_company_direct: 'People of other organizations cannot be messaged directly. Please reach them in a group.',
  error_already_sending: 'The same message is already on its way. Please wait a few seconds.',
  error_message_unseen: 'The bot cannot see that message; it may date from before the bot joined. Please send a new one.',
  error_bot_muted: 'This person has turned off messages from the bot. They can turn them back on in their chat with it.',
  error_no_cards_here: 'Cards cannot be sent in this kind of chat. Please use an ordinary group or message the bot directly.',
  error_file_type: "The file's type does not match the message's. Please upload it again and resend.",
  error_no_threads_here: 'This group does not support replies in threads. Please write in the group itself.',
  error_merged_message: 'Merged messages cannot be answered in a thread. Please write in the group itself.',
  error_encrypted_chat: 'Bots cannot be used in encrypted chats. Please use an ordinary chat.',
  error_card_broken: 'The card could not be shown. This is a fault in the bot; please tell your administrator.',
  error_self_destructing: 'That message is about to self-destruct and cannot be answered. Please ask again in an ordinary message.',
  error_app_disabled:
    'This app is not installed or has been disabled in your organization. Ask an administrator to enable it in the Admin Console, then try again.',
  error_chat_unknown: 'Feishu cannot find this chat. Please mention the bot in the group and try again.',
  error_group_dissolved: 'This group has been disbanded. Please use another group or message the bot directly.',
  error_other_company_chat:
    'This chat belongs to another organization, where the bot cannot act. Please use a chat of your own organization.',
  error_external_chat:
    'This is an external group and the bot may not act here. Use an internal group, or ask an administrator to allow external sharing.',
  error_person_not_in_group: 'That person is not in this group. Please add them first.',
  error_groups_only: 'This works in groups only. Please mention the bot in a group.',
  error_chat_banned: 'This chat has been banned and the bot cannot answer here. Please use another chat.',
  error_not_sent: 'The message could not be sent. Please try again shortly; if it keeps happening, tell your administrator.',
  error_card_person: 'Feishu cannot find one of the people named. Please check who is mentioned and try again.',
  error_card_too_big: 'There is too much on this card. Please ask for less and try again.',
  error_card_recalled: 'This card has been recalled. Send "my meetings" for a new one.',
  error_card_of_another_app: 'This card was sent by another app, so the bot cannot change it. Send "my meetings" for a new one.',
  error_press_expired: 'This press has expired. Please press again.',
  error_press_used: 'This press has already been used. Please press again.',
  error_unknown_person:
    "Feishu cannot find one of the people, or they are outside this bot's organization. Please pick them again with @ and retry.",
  error_credentials:
    "Feishu does not accept the bot's app credentials. An administrator should check the App ID and App Secret in the developer console, then restart the bot.",
  error_address_refused:
    "Feishu refuses the bot's server address. An administrator should add its outgoing IP to the app's allow list in the developer console.",
  error_quota_used_up: "Your organization has used up this month's API calls. Ask an administrator to upgrade, or wait until next month.",
  error_token:
    "Feishu did not accept the bot's access token, so nothing was done. Please try again shortly; if it keeps happening, ask an administrator to check the app.",
  error_calendar_unknown: 'The calendar cannot be found. Please check that it still exists, then try again.',
  error_calendar_denied: 'The bot may not edit this calendar. Ask its owner for access, then try again.',
  error_calendar_gone: 'The calendar event no longer exists; it may have been deleted. Please book again.',
  error_calendar_hosts: 'Hosts cannot be named for an event that the bot organizes. Please leave them out and try again.',
  error_calendar_attendees: 'The bot may not add attendees to this event. Please ask its organizer to.',
  error_scope: (a) =>
    `The bot lacks the permission ${a.scopes}. Ask an administrator to grant it in the developer console and publish a version.`,
  error_scope_link: (a) => `The bot lacks the permission ${a.scopes}. An administrator can grant it here: ${a.link}`,
  error_unknown: (a) => `Error ${a.code}, log ID ${a.logId}`,
  error_unknown_code: (a) => `Error ${a.code}`,
  error_unreachable: 'Feishu cannot be reached right now. Please try again shortly.',
  error_lost: 'Feishu did not answer, so it may or may not have been done. Please check the result before trying again.',
  error_refused: 'Feishu did not accept the request. Please check it and try again; if it keeps happening, tell your administrator.',
};
