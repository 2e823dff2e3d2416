import { lines } from './lines.ts';

/** Kept aside: more of the same kinds, not looked at while rules are written. */
export const noneEnAside: Record<string, string[]> = {
  'thanks and short answers': lines(`
    ok thanks, see you tomorrow at 9
    awesome, thank you so much
    roger that
    2pm suits me
    fine by me
    understood, I'll join at 3
    cheers mate
    all good
    that works
    cool cool
    great job today
  `),
  'what others do': lines(`
    Mike is on vacation until the 5th
    her train arrives at 8:15
    he said the call is at 4
    they close at 5pm on Fridays
    the nanny leaves at 6
    our designer starts on December 1
    the auditors are here from 10 to 4
    my brother's wedding is on Saturday at 2
    John wants to know when lunch is
    marketing meets every Tuesday at 11
  `),
  'what is over': lines(`
    we discussed it on Thursday at 2
    the 4pm was a waste of time
    somebody cancelled my booking
    last week's demo crashed
    the session ended early
    we extended the contract last month
    she joined at 10:20
    it was moved twice already
  `),
  'about oneself': lines(`
    I'm taking Friday off
    I can only do mornings
    I'll be offline from 3 to 4
    I've got yoga at 6
    my flight is at 7am tomorrow
    I'm running behind, give me 5 minutes
    can't make it at 4, sorry
    I'm booked solid until Thursday
    I start at the new job on Monday at 9
    I'm double booked at 2
  `),
  'questions about something else': lines(`
    what time is sunset
    is lunch at 12 or 12:30
    when do the shops close on Sunday
    who broke the build at 4pm
    did Anna call back
    is the train at 6 or 7
    could you water the plants on Friday
    have you seen the new office
    why is the page so slow today
    what's the capital of Peru
    how do I reset my wifi router
    are we still friends
  `),
  'other things to be done by machines': lines(`
    alarm for 5:45 tomorrow
    turn on the porch light at sunset
    play my morning playlist at 7
    get me an uber for 6pm
    order flowers for Saturday
    book two tickets for the 9pm show
    remind me about the laundry in 30 minutes
    cancel my cab
    cancel my subscription please
    delete my 6am alarm
    put eggs on the list
    turn down the volume
    close the blinds at 8
    call a taxi now
    schedule a car service for Thursday 10am
    set the oven to 180 at 5
    make a dinner reservation for 4 at 7
    move my dentist to next week
    check the bus times for tomorrow morning
    stop recording the tv show
    start the robot vacuum at noon
  `),
  'wishes and plans with no request': lines(`
    I hope it ends by 5
    wish me luck for tomorrow at 10
    would be great to finish today
    we plan to launch at 9am
    I reckon it's around 3
    let's do drinks some day
    see how it goes on Monday
    might take until Thursday
  `),
  refusals: lines(`
    please don't reschedule
    no meetings on Friday please
    don't delete it yet
    let's skip the small talk
    don't touch the 3pm
    not booking anything today
    leave it as is
  `),
  conditions: lines(`
    if the demo fails we move it to Monday
    unless you object I'll leave at 4
    if they agree, then we cancel
    in case it's full, take the 5pm
    if you can't make it just tell me
    should it rain, we'll go online
  `),
  'what the meeting was like, what it is for': lines(`
    that meeting was pointless
    the weekly is always late
    the invite link is broken
    recording isn't working
    the interview panel was tough
    our demo needs polish
    standups should be short
    the agenda is missing two items
    passwords are annoying
  `),
  'numbers that are no times': lines(`
    9 out of 10 dentists
    the answer is 42
    build 1015 passed
    about 3 miles away
    I'm in row 12
    sales were up 5.30%
    gate 15
    the fee is 4.30
    bug 930 reopened
  `),
  'news and notices': lines(`
    Your order will be delivered today by 8pm
    Your train departs at 06:52 from platform 4
    The pool is closed tomorrow from 9 to 12
    Verification code: 483920, valid for 10 minutes
    Weekend sale starts Saturday 9am
  `),
  'quoted and told again': lines(`
    > standup moved to 10⏎ok noted
    the poster says 8pm sharp
    Mia: can't do 3pm⏎Leo: no problem
    he texted "running late, be there at 4"
  `),
  'reminders and deadlines': lines(`
    expense reports are due on the 25th
    send it over before 2pm please
    remind me to stretch every hour
    applications close Friday at noon
    remind us about the rent on Monday
  `),
  'odds and ends': lines(`
    poker night Thursday 9pm
    brunch on Sunday at 11?
    the late show at 11
    midnight snack
    time flies
    it's five o'clock somewhere
    run at 6am
    church at 10
    book recommendations?
    moving day is Saturday
    call centers are loud
    weekly horoscope
  `),
};
