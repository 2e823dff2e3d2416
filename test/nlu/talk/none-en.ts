import { lines } from './lines.ts';

/** Said in a chat in English, and meant for nobody to act on, by what kind of talk it is. */
export const noneEn: Record<string, string[]> = {
  'mocked, planned for a day, or about how something looks': lines(`
    great, one more standup at 8
    another 9pm sync, lovely
    wonderful, one more all-hands at 7pm
    oh sure, let's meet at midnight, why not
    the meeting kena postponed to Friday liao
    change of topic: who saw the match at 8
    the title should be bold
    the title should be bigger
    Day 1 10:00 registration 11:00 opening 13:00 lunch
    9:00 keynote, 10:30 breakout, 12:00 lunch
    what time is my meeting with Sarah tomorrow
    is my haircut at 4 still on
    when is my dentist appointment at 3
  `),
  'what a computer reads': lines(`
    npm run meeting --time=15:00
    deploy --at 15:00 --env prod
    fix: change default length to 60 min
    if (hour > 15) cancel();
    meeting.reschedule("15:00") throws
    UPDATE meetings SET start = '15:00';
    docker run --rm report 9:30
    curl -X POST /meetings 3pm
    cron: 0 9 * * 1
    git commit -m "move standup to 10"
  `),
  'an invitation, a record, a label': lines(`
    Please join us for the town hall Friday 3pm
    Join us Thursday at 2pm for the all hands in the main hall
    You're invited to my wedding on June 5 at 2pm
    town hall Friday 3pm, RSVP
    Declined: Budget review @ Thu 3pm
    Canceled event: Retro @ Fri May 15 4pm
    Status: API done, review on Thursday, launch Friday 10am
    minutes of the meeting held on May 12 at 10am
    now playing: Meet Me at 3
    hold on a minute
    wait a minute
    could you review the PR today
    can you cover my shift at 4?
    let's eat at 7
    change the title to red
    in the review now
    set a wake up call for ten am
    heading to the meeting now
    finish the meeting now
    left the call at 3
    the kickoff got bumped to Monday
    we meet frequently with all our universities now
    It's not fashion, it's new.
    Session with my therapist at 4
  `),
  'what is wrong, and not what is right': lines(`
    no, that's not right
    that is not true
    not 4pm
    no, not 4pm
  `),
  'days, and no meeting': lines(`
    can you put in a pto request for the 5th of june to june 8th
    book me a place to stay from Monday to Friday
    reserve an SUV from July 2 to July 18
    book flights for March 1 to March 5
  `),
  'thanks for what was done': lines(`
    thanks for cancelling, saved my day
    thank you for moving the review
    thx for pushing it to 4
    we do standup at 9:45
    in what timezone is Nigeria
    mute
    mute notifications until 3pm
    lol another meeting about meetings at 4:59
    rofl 7am sync
    we meet on Thursdays
  `),
  'thanks and short answers': lines(`
    thanks!
    got it, thank you
    sounds good
    works for me
    ok, talk at 3
    perfect, see you Thursday
    cool, see you at 10
    noted
    will do
    sure, 3pm works for me
    great, I'll be there at 4
    no worries
    yep
    lol
    nice one
    Friday is fine with me
    10am is good for me too
    agreed, let's go with option 2
    ack, will be online at 5
    done
    good luck with the demo
    congrats on the launch
    same here
    thanks for moving the meeting
    happy Friday everyone
  `),
  'what others do': lines(`
    he's out until Monday
    she has a call with legal at 3pm
    Tom said he will be back at 2
    they moved the launch to Friday
    my wife finishes work at 6
    the client arrives at 10am tomorrow
    our vendor promised a quote by Wednesday
    the kids get out of school at 3:30
    Sarah is interviewing someone at 4
    the CEO is speaking at 11
    he told me the review starts at 2
    she cancelled the order yesterday
    they are meeting on Friday at noon without us
    the plumber comes between 9 and 11
    the team in Berlin starts at 9 CET
    my boss wants the report by 5pm
    finance said payday is the 15th
    the bus leaves at 7:45
    the plane takes off at 10:20
    support is available from 9 to 5
    I heard the all hands got pushed to next week
    apparently they cancelled the offsite
    the landlord is coming over at 6pm
    Anna says she can't do Thursday
    my dad turns 70 on Saturday
  `),
  'what is over': lines(`
    the meeting went well
    yesterday's call ran over by an hour
    we talked about this at 10am
    I missed the 9am standup
    the demo at 2pm was great
    last Friday's retro was useful
    we cancelled that meeting last week
    they moved it to 4 yesterday
    the 11am got cancelled at the last minute
    I sent the invite this morning
    we spent two hours on this
    the sync was only 10 minutes
    I already booked it
    he rescheduled twice
    I was up until 2am
    we had a meeting about that on Monday
    the recording was turned off by accident
    the call dropped at 3:15
    that review took forever
    it started at 9 and ended at noon
  `),
  'about oneself': lines(`
    I'm off tomorrow
    I'm out of office from 2pm
    I'll be late, maybe 15 minutes
    I have a doctor's appointment at 3
    I can't do Thursday at 2
    I'm in back to back meetings until 4pm
    I leave at 5 today
    I'm free after 3
    I'm on a plane until 6pm
    my train gets in at 9:40
    I have to pick up the kids at 4
    I'm working from home on Friday
    I won't be able to attend the 10am
    I need to drop at 3:30
    I'm at lunch until 1
    I usually start at 8am
    I've got a conflict at 11
    I'll ping you around 4
    my shift ends at 10pm
    I was supposed to be there at 9
    I might join a few minutes late
    I'm stuck in traffic, 20 minutes away
    I have three meetings today
    I'm heading out at 6
  `),
  'questions about something else': lines(`
    what time does the cafeteria close
    what's the time in New York
    is it going to rain at 5pm
    when is the release
    who is on call tonight
    did you get the doc
    how long is the flight to Tokyo
    why was the build red at 3am
    where do I park
    what day is it today
    do we ship on Friday
    when does the store open tomorrow
    how was the trip
    can you review my PR
    could you send me the slides from yesterday
    what's the wifi password
    are you coming to lunch at noon
    does anyone have a charger
    is the coffee machine on the 3rd floor broken
    what's the plan for Friday night
    how many days off do I have left
    which floor is the training room on
    what's the deadline for the proposal
    has the invoice been paid
    who won the game last night
    what does EOD mean
    how much is a ticket for the 8pm show
    do you like jazz
    will the shop be open at 9
    what's on at the cinema tonight
  `),
  'other things to be done by machines': lines(`
    wake me up at 6:30
    set an alarm for 7am
    turn off the kitchen lights at 11pm
    play some jazz
    what's the weather tomorrow at noon
    order a pizza for 7pm
    book a table for two at 8pm tonight
    book me a flight to Boston on Friday morning
    call me a cab for 5:30am
    set a timer for 20 minutes
    remind me to water the plants at 6
    add milk to my shopping list
    remove bananas from the grocery list
    turn the heating up to 21
    start the dishwasher at 10pm
    text mom that I'll be late
    send an email to Bob about the budget at 3pm
    what's the exchange rate right now
    how's traffic right now
    schedule a haircut for Saturday at 11
    book a dentist appointment for Tuesday at 9am
    reserve a hotel room for the 21st
    rent a car from Friday to Sunday
    cancel my dinner reservation for tonight
    cancel my flight
    cancel the 7am alarm
    cancel my gym membership
    delete the grocery list
    move my alarm to 8
    change the volume to 5
    change your name to Max
    change my pin to 4321
    mute the tv
    stop the music
    pause
    skip this song
    next song please
    turn on do not disturb at 10pm
    record the game tonight at 8
    dim the lights at nine
    open the garage door
    make a coffee at 7
    find me a restaurant open now
    translate good morning into French
    tell me a joke
    flip a coin now
    what song is playing right now
    track my package
    pay my electricity bill on the 1st
    transfer 200 to savings tomorrow
    read me the news at 8
    schedule an oil change for Monday at 9
    set up a payment plan
    arrange a pickup for my parcel tomorrow at 10
    start my car at 7:45
    extend my hotel stay by one night
    extend the deadline by two days
    postpone my dentist appointment to Friday
    reschedule my haircut to 5pm
    lock the doors at midnight
    make it louder
    set the thermostat to 20 at 6pm
  `),
  'wishes and plans with no request': lines(`
    hope the demo goes well at 3
    I wish we could finish by 4
    fingers crossed for 10am
    it would be nice to be done by Friday
    let's grab lunch sometime
    we should catch up one of these days
    talk soon
    I'd love to sleep until 11
    I'm planning to leave at 4
    should be ready around 2pm
    we expect to ship on Tuesday
    probably done by noon
    I think it starts at 5
    I guess Friday afternoon
    we might have to work late on Thursday
    looking forward to Thursday
    enjoy your weekend
    have a safe flight tomorrow
    maybe next week
    I'll try to make the 2pm
  `),
  refusals: lines(`
    don't cancel it
    please don't book anything before 10
    no need to reschedule
    don't extend it
    let's not meet today
    never mind the meeting
    no need for a meeting, an email will do
    don't move the standup
    leave the time as it is
    not cancelling
    I didn't ask to cancel
    no meeting today please, just focus
    don't schedule anything on Friday afternoon
    we're not moving it
    the meeting is not cancelled
    do not delete the retro
  `),
  conditions: lines(`
    if it rains we cancel
    if Tom can't make it, let's move to Friday
    unless the client objects, 3pm stays
    in case I'm late, start without me
    if nobody shows up by 10:15 I'll drop
    if we run out of time we can extend by 15 minutes
    once legal signs we can meet on Monday at 9
    in case the room is taken we go online
    should the client say no, cancel it
    if that works for everyone, we'll meet at 2
    when the numbers are in we should do a review
    if they don't answer by Friday, call it off
  `),
  'what the meeting was like, what it is for': lines(`
    too many meetings
    this call could have been an email
    the standup is too long
    the meeting notes are in the drive
    the recording is 2 hours long
    the password doesn't work
    I lost the meeting link
    the host muted everyone
    our weekly sync is usually an hour
    the agenda looks good
    the review covers Q3 and Q4
    meeting fatigue is real
    the retro template is outdated
    the call quality was poor
    we use this meeting to plan the sprint
    recording uses a lot of space
    the cancellation policy changed
    the schedule is tight
    our calendar integration is broken
    the invite went to spam
    the standup bot posts at 9:30
    her calendar is a mess
  `),
  'numbers that are no times': lines(`
    version 3.30 is out
    we're down 3:1
    the ticket is #1430
    about 10 people came
    page 12 has a typo
    room 305 is too small
    revenue grew 9.8%
    it's $15.30
    chapter 10, verse 4
    my locker is 1130
    that's 2 out of 3
    the ratio is 16:9
    24/7 support costs extra
    we need 4 more chairs
    it weighs 2.5 kg
    option 3 is my favourite
    the error is on line 1015
    I ran 10k in an hour
    step 4 fails
    meet the 2026 budget
    section 5.20 is unclear
    the speed limit is 60
    a 5 star hotel
  `),
  'news and notices': lines(`
    Your parcel will arrive tomorrow between 10:00 and 12:00
    Your ride is arriving at 5:42 PM
    Scheduled maintenance tonight from 11pm to 1am
    Your table at Luigi's is confirmed for Friday at 7:30 PM
    Flight BA117 now departs at 14:25 from gate B32
    Reminder: rent is due on the 1st
    Your prescription is ready for pickup until 6pm
    FYI: the elevator will be out of service on Monday 9-11am
    Breaking: markets close early at 1pm on Friday
    Your subscription renews on November 30
    Doors open at 7, show starts at 8
    The office closes at 3pm on Christmas Eve
    Your appointment with Dr. Lee is on Tuesday, November 24 at 9:15 AM
    The webinar you registered for starts in 15 minutes
  `),
  'quoted and told again': lines(`
    > let's meet at 3pm tomorrow⏎I saw this too late
    > can we move to 4?⏎sorry, can't do 4
    the email says "Friday 10am, room 5"
    he wrote "cancel the meeting" and then deleted it
    Bob: see you at 3⏎Alice: ok
    her status says back at 2pm
    quote of the day: eighty percent of success is showing up
    the sign said open from 9 to 5
    On Mon, Nov 16, 2026 at 9:00 AM Ann wrote:⏎> meeting moved to Friday 2pm⏎thanks for letting me know
    your last message said 4pm, not 3
  `),
  'reminders and deadlines': lines(`
    the report is due Friday at 5pm
    please send me the numbers by noon
    submissions close at midnight on Sunday
    remind me to pay rent on the 1st
    timesheets by 4pm please
    deadline is Nov 30
    remind me tomorrow morning to call the bank
    I need your feedback before 3pm
    fill in the survey by EOD
    contract expires next Tuesday
    hand in your badges before 6
  `),
  'odds and ends': lines(`
    book club was fun
    I'm reading a good book
    schedule looks tight
    call of duty tonight?
    the show must go on
    party at my place Saturday 8pm
    movie night on Friday at 7
    lunch at 12?
    coffee?
    morning all
    good night
    may the force be with you
    march was a rough month
    second that
    monday blues
    midnight in Paris is my favourite movie
    the morning show on channel 5
    sunday brunch at ten with grandma
    now or never
    right now I'm swamped
    today was long
    tonight's dinner is pizza
    now I understand
    temperature now
    news today
    stocks at 4pm
    gym at 6
    bedtime at 9
    dentist on Tuesday at 3
    haircut 5pm
    move fast and break things
    cancel culture is a thing
    extended warranty
    postponed gratification
    password manager suggestions?
    host a podcast? me?
    record high temperatures
    share prices fell at 3pm
    who knew
    show me the money
    list price is too high
    undo button is missing in the editor
  `),
  'said in an office, a family and a shop, passed on, voted, and ordered of other things': lines(`
    heard the boss is flying in tomorrow at 9
    finance says invoices close Friday 5pm
    power will be off Monday 8 to 11am
    my kid's school play is at 3pm thursday
    the dentist moved me to Tuesday 2pm
    they pushed the launch to next Thursday
    the vendor demo is called off
    standup ran till 11 today
    that 4pm sync could have been an email
    the retro was a mess
    I have back to back meetings from 9 to 5
    meeting ran over, eating now
    just got out of the 2pm
    in a meeting, call you at 4
    stuck in traffic, 10 min late
    will be there at 3
    see you all at 10
    thanks, see you tomorrow at 3
    got it, friday 2pm it is
    sounds good, 3pm
    works for me, thursday 4pm
    vote: Tue 3pm
    option B, 4pm, fine by me
    I'm good with either, Tue or Wed
    my pick: Thursday 11am
    A) Mon 10am B) Tue 2pm C) Wed 4pm
    can't do 3, 4 is ok
    3pm doesn't work for me
    sorry I can't make the 3pm
    John 10:42 AM⏎pushed the fix
    [10:15] Maria: deploying now
    Sarah Lee, 3:02 PM
    Your package will arrive tomorrow between 2pm and 4pm
    Your appointment with Dr. Chen is confirmed for May 20 at 9:30 AM
    Reminder: your Uber is scheduled for 6:15 AM
    Flight CA981 departs 1:30 PM gate 12
    Your reservation for 4 at 7pm is confirmed
    FYI, all-hands tomorrow 10am in the auditorium
    minutes: 1. Bob to send deck by Fri 5pm 2. next release May 20
    todo today: review PRs, 3pm demo, ship it
    status: deployed at 14:05, monitoring until 16:00
    ETA 5pm
    EOD Friday works
    deadline is Friday 6pm
    the build broke at 9:40
    release 3.0 goes live tonight at 10
    servers go down 2am to 4am for maintenance
    stock hit 150 at 3pm
    the game starts at 8 tonight
    movie at 7:30, anyone?
    beers at 6 downstairs
    who took my charger at 3pm
    what time is it in London
    what day is it
    when does the cafeteria open
    is the office open on Friday
    is the pool open till 9
    do you know if Anna is in tomorrow
    Anna, are you around at 3?
    @bob can you cover my 2pm shift
    hey Tom, did you cancel the standup?
    why was the sync cancelled
    who cancelled the review
    wasn't the retro moved to Friday
    I think they cancelled the sync
    I didn't ask you to cancel anything
    don't cancel the standup
    please don't move the sync
    never book meetings on Friday please
    no need to book, I'll do it
    let's not meet tomorrow
    let's not change the time again
    if it rains we move the picnic to Sunday
    if legal isn't ready we'd have to push the review
    unless Bob objects, the sync stays at 3
    I wish we could cancel the all hands
    wish the 3pm was shorter
    would be nice to end early
    hopefully the call won't be extended
    maybe we should have met Monday
    should've booked it earlier
    he asked me to cancel the 3pm, but I didn't
    she said to move it to 4
    the client wants to meet Friday at 2, thoughts?
    my boss told us to extend the sprint by a week
    mom wants me home by 7
    book me a table for two at 8pm
    book a flight to Shanghai Monday 9am
    book a cab for 6am tomorrow
    set the thermostat to 22 at 6pm
    remind me to call mom at 5
    turn off the lights at 11pm
    cancel my subscription
    cancel the pizza order
    cancel my flight on Friday
    delete the meeting notes
    delete the third slide
    remove Tom from the email thread
    drop the table users
    rename the file to final_v2
    rename the branch to main
    move the couch to the other room
    move the ticket to done
    move the deadline to Friday
    push the code to staging at 4pm
    push the release to Monday
    extend my vacation by two days
    extend the trial period 14 days
    extend the deadline 2 days
    change the password of my laptop
    change the font to Arial
    change the title of slide 4
    change my profile picture
    record the screen please
    mute the TV
    the recording is in the drive
    did anyone record yesterday's session
    where's the deck from the 3pm
    the notes from Monday's sync are in the wiki
    can someone share the minutes of the last review
    the meeting room on 3F is taken 3-5pm
    projector in room 5 is broken
    wifi password is 12345678
    price is 3.50 each
    order 4 of those by 5
    score was 3:2
    chapter 3, page 45
    version 2.10 at noon
    it's 9:30 already lol
    3am and still debugging
    happy friday!
    happy birthday Anna, party at 6 in the kitchen
    I'm off Thursday and Friday
    out of office May 18-22
    working from home tomorrow
    I'll be on the train from 2 to 4
    leaving at 5 today
    picking up kids at 3:30
    gym at 6, then home
    Chelsea vs Arsenal, Sunday 4pm
    webinar by AWS tomorrow 10am, might be interesting
    podcast drops every Monday 6am
    interview went well, they'll call Thursday
    the candidate cancelled the 2pm interview
    the candidate asked to move to 3
    Bob's moving to Berlin on Friday
    I moved in on Sunday
    meetings are a waste of time
    no meetings today, yay
    too many meetings this week
    how do I cancel my gym membership
    how was the demo
    what did we decide at the review
    what's the status of the 3pm deploy
    "cancel the meeting" is a bad button label
    she wrote "let's meet at 3" and never showed up
    wrong chat, sorry
    ignore that
    just kidding, no meeting
    test test 123
    > Can we move to 4?⏎nope, 3 stays
    Fwd: Invitation: Budget review @ Tue 3pm - please see below
    On Mon, May 11 at 3:00 PM, Tom wrote: the sync is cancelled
  `),
};
