# A staff day at the hall's pace, led by two: hands, lines to the tables, a signal to look up, a programme that
# changes while it runs, a step in which every table draws a card of its own, and both hosts pressing at once.

open "Halvdag" managers=host cards=motet/sockorna,motet/luren-och-disken pile=motet/snarkningen,motet/plogvallen
  -> frame checkin practice round round round break round round round harvest pledge debrief
  -> managers host
enter hall screen
  -> station_entered station=hall who=screen
enter petra host
  -> station_entered station=petra who=host
enter vera host helping
  -> station_entered station=vera who=host lead=False
enter ett table seats=4 team=1
  -> team_opened [Bord 1] number=1
  -> station_entered [Bord 1] station=ett who=table
  -> seat_taken [Bord 1] seat=ett.1 station=ett symbol=0
  -> seat_taken [Bord 1] seat=ett.2 station=ett symbol=1
  -> seat_taken [Bord 1] seat=ett.3 station=ett symbol=2
  -> seat_taken [Bord 1] seat=ett.4 station=ett symbol=3
enter två table seats=3 team=2
  -> team_opened [Bord 2] number=2
  -> station_entered [Bord 2] station=två who=table
  -> seat_taken [Bord 2] seat=två.1 station=två symbol=0
  -> seat_taken [Bord 2] seat=två.2 station=två symbol=1
  -> seat_taken [Bord 2] seat=två.3 station=två symbol=2
enter tre table seats=3 team=3
  -> team_opened [Bord 3] number=3
  -> station_entered [Bord 3] station=tre who=table
  -> seat_taken [Bord 3] seat=tre.1 station=tre symbol=0
  -> seat_taken [Bord 3] seat=tre.2 station=tre symbol=1
  -> seat_taken [Bord 3] seat=tre.3 station=tre symbol=2
see hall petra vera
  + hall (hall)
  | room     3 tables, 10 seats
  | stage    step 0/13, -: lobby 1
  | hall     0 of 3 tables done
  | you      may leave
  + petra (host)
  | room     3 tables, 10 seats
  | stage    step 0/13, -: lobby 1
  | hall     0 of 3 tables done
  | host     2 cards to deal; 0 of 13 steps begun; led by petra vera(helping)
  | you      may arrange_steps close_room gather_teams group_texts hand_over leave lock open_next pause release_text remove_station send_message set_clock set_pace show_result
  | tile     Bord 1: 4 of 4 present, lobby 1
  | tile     Bord 2: 3 of 3 present, lobby 1
  | tile     Bord 3: 3 of 3 present, lobby 1
  + vera (host)
  | room     3 tables, 10 seats
  | stage    step 0/13, -: lobby 1
  | hall     0 of 3 tables done
  | host     2 cards to deal; 0 of 13 steps begun; led by petra vera(helping)
  | you      may arrange_steps gather_teams group_texts leave lock open_next pause release_text remove_station send_message set_clock set_pace show_result
  | tile     Bord 1: 4 of 4 present, lobby 1
  | tile     Bord 2: 3 of 3 present, lobby 1
  | tile     Bord 3: 3 of 3 present, lobby 1

== Both open the first step; it opens once
petra: open_next
  -> phase_opened step=0 phase=frame total=180000
vera: again
  .. already so
petra: open_next
  -> phase_opened step=1 phase=checkin total=60000

== Two tables want help, one of them a little later; a line to everybody and one to a table
två: raise_hand
  -> help_called [Bord 2]
wait 40s
ett: raise_hand
  -> help_called [Bord 1]
två: raise_hand
  .. already so
petra: send_message text="Maten kommer 11.45."
  -> message_sent text=«Maten kommer 11.45.»
petra: send_message text="Det hörs ända fram." team=3
  -> message_sent [Bord 3] text=«Det hörs ända fram.»
see petra två tre
  + petra (host)
  | room     3 tables, 10 seats, told «Maten kommer 11.45.»
  | stage    step 2/13, checkin: checkin 1, 20 s of 60 s
  | card     «Var är du på skalan?» (scale, heat 1); shows situation, low, high, questions; may be voted 1 2 3 4 5 6 7 8 9 10
  | hall     0 of 3 tables done
  | host     2 cards to deal; 2 call for help; 2 of 13 steps begun; led by petra vera(helping)
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock open_next pause release_text remove_station send_message set_clock set_pace show_result skip_step
  | tile     Bord 1: 4 of 4 present, checkin 1, 0 of 4 done, 20 s left, hand up for 0 s
  | tile     Bord 2: 3 of 3 present, checkin 1, 0 of 3 done, 20 s left, hand up for 40 s
  | tile     Bord 3: 3 of 3 present, checkin 1, 0 of 3 done, 20 s left, told «Det hörs ända fram.»
  + två (table)
  | room     3 tables, 10 seats, told «Maten kommer 11.45.»
  | stage    step 2/13, checkin: checkin 1, 20 s of 60 s
  | team     Bord 2: två.1(reader) två.2(writer) två.3, pass_around, help
  | progress 0 of 3 done
  | card     «Var är du på skalan?» (scale, heat 1); shows situation, low, high, questions; may be voted 1 2 3 4 5 6 7 8 9 10
  | hall     0 of 3 tables done
  | you      may acknowledge add_seat call_timeout check_in choose_way leave mark_away mark_back raise_hand remove_seat suggest_card
  + tre (table)
  | room     3 tables, 10 seats, told «Maten kommer 11.45.»
  | stage    step 2/13, checkin: checkin 1, 20 s of 60 s
  | team     Bord 3: tre.1(reader) tre.2(writer) tre.3, pass_around, told «Det hörs ända fram.»
  | progress 0 of 3 done
  | card     «Var är du på skalan?» (scale, heat 1); shows situation, low, high, questions; may be voted 1 2 3 4 5 6 7 8 9 10
  | hall     0 of 3 tables done
  | you      may acknowledge add_seat call_timeout check_in choose_way leave mark_away mark_back raise_hand remove_seat suggest_card
vera: raise_hand on=no team=2
  -> help_given [Bord 2] coming=True
ett: raise_hand on=no
  -> help_given [Bord 1]
petra: raise_hand team=1
  !! not_allowed: Den här skärmen får inte göra det.

== Look up, in the middle of the picks; the clocks stand still
ett: checks_in 3 4 8 9
  -> seat_done [Bord 1] seat=ett.1
  -> seat_done [Bord 1] seat=ett.2
  -> seat_done [Bord 1] seat=ett.3
  -> seat_done [Bord 1] seat=ett.4
petra: pause look=yes
  -> paused why=look
petra: open_next
  !! paused: Sessionen är pausad. Den fortsätter när spelledaren trycker Fortsätt.
see hall två
  + hall (hall)
  | room     3 tables, 10 seats, told «Maten kommer 11.45.»
  | stage    step 2/13, checkin: checkin 1, frozen 20 s of 60 s, paused by look
  | card     «Var är du på skalan?» (scale, heat 1); shows situation, low, high, questions; may be voted 1 2 3 4 5 6 7 8 9 10
  | hall     1 of 3 tables done
  | you      may leave
  + två (table)
  | room     3 tables, 10 seats, told «Maten kommer 11.45.»
  | stage    step 2/13, checkin: checkin 1, frozen 20 s of 60 s, paused by look
  | team     Bord 2: två.1(reader) två.2(writer) två.3, pass_around
  | progress 0 of 3 done
  | card     «Var är du på skalan?» (scale, heat 1); shows situation, low, high, questions; may be voted 1 2 3 4 5 6 7 8 9 10
  | hall     1 of 3 tables done
  | you      may acknowledge add_seat call_timeout check_in choose_way leave mark_away mark_back raise_hand remove_seat suggest_card
två: checks_in 7 7 2
  -> seat_done [Bord 2] seat=två.1
  -> seat_done [Bord 2] seat=två.2
  -> seat_done [Bord 2] seat=två.3
vera: pause
  .. already so
vera: resume
  -> resumed
tre: checks_in 5 pass 6
  -> seat_done [Bord 3] seat=tre.1
  -> seat_done [Bord 3] seat=tre.2
  -> seat_done [Bord 3] seat=tre.3
petra: open_next
  -> phase_opened step=1 phase=checkin round=2 total=120000
  -> checkin_counted counts=[0 1 1 1 1 1 2 1 1 0] tables=3

== Late already: a card is left out, a shorter break put in, and the second host's idea comes too late
vera: arranges practice:5 motet/sockorna motet/luren-och-disken break:10 round:12 harvest:8 pledge:6 debrief:8
  -> programme_changed steps=[frame checkin practice round round break round harvest pledge debrief] begun=2
petra: arranges pledge:6 pledge:6
  !! once_only: Ram, incheckning, skörd, löfte och efterprat finns högst en gång var i ett program.
petra: arranges motet/saknas
  !! unknown_card: Det kortet finns inte i högen.
see petra
  + petra (host)
  | room     3 tables, 10 seats, told «Maten kommer 11.45.»
  | stage    step 2/10, checkin: checkin 2, 120 s of 120 s
  | card     «Var är du på skalan?» (scale, heat 1); shows situation, low, high, questions; may be voted 1 2 3 4 5 6 7 8 9 10
  | hall     0 of 3 tables done
  | host     2 cards to deal; 2 of 10 steps begun; led by petra vera(helping); check-in [0, 1, 1, 1, 1, 1, 2, 1, 1, 0]
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock open_next pause release_text remove_station send_message set_clock set_pace show_result skip_step
  | tile     Bord 1: 4 of 4 present, checkin 2, 120 s left
  | tile     Bord 2: 3 of 3 present, checkin 2, 120 s left
  | tile     Bord 3: 3 of 3 present, checkin 2, 120 s left, told «Det hörs ända fram.»

== Practice is skipped; a card for all
petra: skip_step
  -> phase_opened step=2 phase=practice
  -> card_dealt card=motet/snarkningen practice=True
petra: skip_step
  -> phase_opened step=3 phase=draw
petra: deal_card
  -> card_dealt card=motet/sockorna
  -> phase_opened step=3 phase=read total=60000
petra: open_next
  -> phase_opened step=3 phase=vote total=60000
# The manager is the host and has no vote.
petra: cast_vote seat=ett.1 choice=a
  !! not_allowed: Den här skärmen får inte göra det.
ett: votes a a b pass
  -> vote_cast [Bord 1] seat=ett.1 round=1
  -> vote_cast [Bord 1] seat=ett.2 round=1
  -> vote_cast [Bord 1] seat=ett.3 round=1
  -> vote_cast [Bord 1] seat=ett.4 round=1
  -> grace_set [Bord 1] ms=5000
två: votes b b a
  -> vote_cast [Bord 2] seat=två.1 round=1
  -> vote_cast [Bord 2] seat=två.2 round=1
  -> vote_cast [Bord 2] seat=två.3 round=1
  -> grace_set [Bord 2] ms=5000
tre: votes c a b
  -> vote_cast [Bord 3] seat=tre.1 round=1
  -> vote_cast [Bord 3] seat=tre.2 round=1
  -> vote_cast [Bord 3] seat=tre.3 round=1
  -> grace_set [Bord 3] ms=5000
petra: open_next
  -> vote_closed [Bord 1] round=1
  -> vote_closed [Bord 2] round=1
  -> vote_closed [Bord 3] round=1
  -> phase_opened step=3 phase=reveal total=15000
  -> revealed [Bord 1] counts=(votes=[2 1 0 0] passed=1)
  -> revealed [Bord 2] counts=(votes=[1 2 0 0])
  -> revealed [Bord 3] counts=(votes=[1 1 1 0])
petra: open_next
  -> phase_opened step=3 phase=talk total=360000
  -> prompts_laid [Bord 1] prompts=[least:b more:a unchosen:c~ question#1 question#2 question#3 question#4 ours]
  -> prompts_laid [Bord 2] prompts=[least:a more:b unchosen:d~ question#1 question#2 question#3 question#4 ours]
  -> prompts_laid [Bord 3] prompts=[around unchosen:d question#1 question#2 question#3 question#4 ours]
tre: swap_card
  !! too_late_to_swap: Kortet går att byta fram till första rösten. Därefter finns time-out.
ett: call_timeout
  -> timeout_called [Bord 1]
ett: end_timeout how=call
  -> help_called [Bord 1]
see petra
  + petra (host)
  | room     3 tables, 10 seats, told «Maten kommer 11.45.»
  | stage    step 4/10, round: talk 1, card 1/3, 360 s of 360 s
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, questions, 4 options; may be voted a b c d own
  | hall     0 of 3 tables done; silent
  | host     1 cards to deal; has the notes to the card; 1 call for help; 4 of 10 steps begun; led by petra vera(helping); check-in [0, 1, 1, 1, 1, 1, 2, 1, 1, 0]
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock open_next open_twist pause release_text remove_station send_message set_clock set_pace show_result skip_step
  | tile     Bord 1: 4 of 4 present, talk 1, timeout, hand up for 0 s, «Gröna raggsockor»
  | tile     Bord 2: 3 of 3 present, talk 1, 360 s left, «Gröna raggsockor»
  | tile     Bord 3: 3 of 3 present, talk 1, 360 s left, told «Det hörs ända fram.», «Gröna raggsockor»
ett: end_timeout how=continue
  -> timeout_ended [Bord 1]

== Both hosts see that it takes two minutes more; one of them twice
petra: extend minutes=2
  -> time_extended ms=120000 by=petra
vera: again
  .. already so
petra: extend minutes=1
  -> time_extended ms=60000 by=petra
see tre
  + tre (table)
  | room     3 tables, 10 seats, told «Maten kommer 11.45.»
  | stage    step 4/10, round: talk 1, card 1/3, 540 s of 540 s
  | team     Bord 3: tre.1 tre.2(reader) tre.3(writer), pass_around, swap_left, told «Det hörs ända fram.»
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, questions, 4 options; may be voted a b c d own
  | result   before a:1 b:1 c:1 d:0
  | talk     [around], unchosen d, question 1, question 2, question 3, question 4, ours
  | you      may acknowledge add_seat ask_time call_timeout choose_way leave mark_away mark_back open_twist raise_hand remove_seat show_prompt suggest_card
petra: open_next
  -> phase_opened step=3 phase=vote round=2 total=60000
ett: votes a b b -
  -> vote_cast [Bord 1] seat=ett.1 round=2
  -> vote_cast [Bord 1] seat=ett.2 round=2
  -> vote_cast [Bord 1] seat=ett.3 round=2
två: votes b b b
  -> vote_cast [Bord 2] seat=två.1 round=2
  -> vote_cast [Bord 2] seat=två.2 round=2
  -> vote_cast [Bord 2] seat=två.3 round=2
  -> grace_set [Bord 2] ms=5000
tre: votes b a b
  -> vote_cast [Bord 3] seat=tre.1 round=2
  -> vote_cast [Bord 3] seat=tre.2 round=2
  -> vote_cast [Bord 3] seat=tre.3 round=2
  -> grace_set [Bord 3] ms=5000
ett: close_vote
  -> vote_closed [Bord 1] round=2 missing=1
petra: open_next
  -> vote_closed [Bord 2] round=2
  -> vote_closed [Bord 3] round=2
  -> phase_opened step=3 phase=compare total=60000
  -> compared [Bord 1] step=3 moment=91 counts=(votes=[1 2 0 0] missing=1)
  -> compared [Bord 2] step=3 moment=91 counts=(votes=[0 3 0 0]) changed=1 paired=3
  -> compared [Bord 3] step=3 moment=91 counts=(votes=[1 2 0 0]) changed=1 paired=3
petra: show_result what=card:motet/sockorna
  -> result_shown what=card:motet/sockorna on=True
see hall
  + hall (hall)
  | room     3 tables, 10 seats, told «Maten kommer 11.45.»
  | stage    step 4/10, round: compare 1, card 1/3, 60 s of 60 s
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | hall     0 of 3 tables done; chart «Gröna raggsockor» [4, 4, 1, 0] -> [2, 7, 0, 0], 0 of 0 changed, 9 seats at 3 tables
  | you      may leave
petra: open_next
  -> phase_opened step=3 phase=perspective total=60000
petra: open_next
  -> phase_opened step=3 phase=note total=60000
ett: write_note tag=strengthen text="Vi lyssnar klart."
  -> note_written [Bord 1] note=n20 card=motet/sockorna tag=strengthen text=«Vi lyssnar klart.»
två: write_note tag=strengthen text="Vi låter folk prata klart."
  -> note_written [Bord 2] note=n21 card=motet/sockorna tag=strengthen text=«Vi låter folk prata klart.»
tre: write_note tag=improve text="Korta köer."
  -> note_written [Bord 3] note=n22 card=motet/sockorna tag=improve text=«Korta köer.»

== A card of one's own at every table, and a table that comes in the middle of it
petra: open_next
  -> phase_opened step=4 phase=draw
petra: deal_card own=yes
  -> own_cards_set on=True
  -> cards_offered [Bord 1] cards=[motet/luren-och-disken]
  -> cards_offered [Bord 2] cards=[motet/luren-och-disken]
  -> cards_offered [Bord 3] cards=[motet/luren-och-disken]
ett: draw_card
  -> card_dealt [Bord 1] card=motet/luren-och-disken
  -> phase_opened [Bord 1] step=4 phase=read total=60000
två: draw_card pick=1
  !! unknown_card: Det kortet finns inte i högen.
enter fyra table seats=3 team=4
  -> team_opened [Bord 4] number=4
  -> team_set_free [Bord 4] until=step
  -> cards_offered [Bord 4] cards=[motet/luren-och-disken]
  -> station_entered [Bord 4] station=fyra who=table
  -> seat_taken [Bord 4] seat=fyra.1 station=fyra symbol=0
  -> seat_taken [Bord 4] seat=fyra.2 station=fyra symbol=1
  -> seat_taken [Bord 4] seat=fyra.3 station=fyra symbol=2
fyra: draw_card
  -> card_dealt [Bord 4] card=motet/luren-och-disken
  -> phase_opened [Bord 4] step=4 phase=read total=60000
ett: open_next
  -> phase_opened [Bord 1] step=4 phase=vote total=60000
see petra ett fyra
  + petra (host)
  | room     4 tables, 13 seats, told «Maten kommer 11.45.»
  | stage    step 5/10, round: draw 1, card 2/3
  | hall     0 of 4 tables done; chart «Gröna raggsockor» [4, 4, 1, 0] -> [2, 7, 0, 0], 0 of 0 changed, 9 seats at 3 tables
  | host     1 cards to deal; every table draws its own; 5 of 10 steps begun; led by petra vera(helping); shows card:motet/sockorna; check-in [0, 1, 1, 1, 1, 1, 2, 1, 1, 0]; chart «Gröna raggsockor» [4, 4, 1, 0] -> [2, 7, 0, 0], 0 of 0 changed, 9 seats at 3 tables
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock open_next pause release_text remove_station send_message set_clock set_pace show_result skip_step
  | tile     Bord 1: 4 of 4 present, vote 1, 0 of 4 done, 60 s left, alone, «Luren i handen, någon vid disken»
  | tile     Bord 2: 3 of 3 present, draw 1, alone
  | tile     Bord 3: 3 of 3 present, draw 1, alone, told «Det hörs ända fram.»
  | tile     Bord 4: 3 of 3 present, read 1, 60 s left, alone, «Luren i handen, någon vid disken»
  + ett (table)
  | room     4 tables, 13 seats, told «Maten kommer 11.45.»
  | stage    step 5/10, round: vote 1, card 2/3, 60 s of 60 s, alone
  | team     Bord 1: ett.1 ett.2 ett.3(reader) ett.4(writer), pass_around, swap_left
  | progress 0 of 4 done
  | card     «Luren i handen, någon vid disken» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | notes    1 strengthen «Vi lyssnar klart.»
  | you      may acknowledge add_seat call_timeout cast_vote close_vote leave mark_away mark_back open_next raise_hand remove_seat suggest_card vote_again
  + fyra (table)
  | room     4 tables, 13 seats, told «Maten kommer 11.45.»
  | stage    step 5/10, round: read 1, card 2/3, 60 s of 60 s, alone
  | team     Bord 4: fyra.1(reader) fyra.2(writer) fyra.3, pass_around, swap_left
  | card     «Luren i handen, någon vid disken» (dilemma, heat 1); shows situation; may be voted a b c d own
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back open_next raise_hand remove_seat suggest_card swap_card
petra: gather_teams
  -> own_cards_set on=False
  -> vote_closed [Bord 1] round=1 missing=4
  -> team_gathered [Bord 1]
  -> team_gathered [Bord 2]
  -> team_gathered [Bord 3]
  -> team_gathered [Bord 4]
see petra ett
  + petra (host)
  | room     4 tables, 13 seats, told «Maten kommer 11.45.»
  | stage    step 5/10, round: draw 1, card 2/3
  | hall     0 of 4 tables done; chart «Gröna raggsockor» [4, 4, 1, 0] -> [2, 7, 0, 0], 0 of 0 changed, 9 seats at 3 tables
  | host     1 cards to deal; 5 of 10 steps begun; led by petra vera(helping); shows card:motet/sockorna; check-in [0, 1, 1, 1, 1, 1, 2, 1, 1, 0]; chart «Gröna raggsockor» [4, 4, 1, 0] -> [2, 7, 0, 0], 0 of 0 changed, 9 seats at 3 tables
  | you      may arrange_steps close_room deal_card gather_teams group_texts hand_over leave lock pause release_text remove_station send_message set_clock set_pace show_result skip_step
  | tile     Bord 1: 4 of 4 present, draw 1
  | tile     Bord 2: 3 of 3 present, draw 1
  | tile     Bord 3: 3 of 3 present, draw 1, told «Det hörs ända fram.»
  | tile     Bord 4: 3 of 3 present, draw 1
  + ett (table)
  | room     4 tables, 13 seats, told «Maten kommer 11.45.»
  | stage    step 5/10, round: draw 1, card 2/3
  | team     Bord 1: ett.1(writer) ett.2 ett.3 ett.4(reader), pass_around, swap_left
  | draw     1 in the pile, offered nothing
  | notes    1 strengthen «Vi lyssnar klart.»
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back raise_hand remove_seat suggest_card write_note
petra: skip_step
  -> phase_opened step=5 phase=break total=600000

== Petra's machine dies; Vera may lead when she has been gone for a minute
vera: close_room
  !! lead_only: Det gör den som leder sessionen. Be hen, eller ta över om hen är borta.
vera: take_lead
  !! lead_here: Den som leder är kvar. Du kan ta över när hen har varit borta i en minut.
lead_gone 1m
vera: take_lead
  -> lead_given station=vera
vera: hand_over station=petra
  -> lead_given station=petra by=vera
lead_gone 0s
vera: take_lead
  !! lead_here: Den som leder är kvar. Du kan ta över när hen har varit borta i en minut.
petra: remove_station station=vera
  -> station_removed station=vera barred=False
petra: open_next
  -> phase_opened step=6 phase=draw

== Harvest, grouped and released
petra: skip_step
  -> phase_opened step=7 phase=harvest total=480000
  -> harvest_opened [Bord 1] tries=1 strengthen=[n20] improve=[]
  -> harvest_chosen [Bord 1] strengthen=n20 drawn=False
  -> harvest_opened [Bord 2] tries=1 strengthen=[n21] improve=[]
  -> harvest_chosen [Bord 2] strengthen=n21 drawn=False
  -> harvest_opened [Bord 3] tries=1 strengthen=[] improve=[n22]
  -> harvest_chosen [Bord 3] improve=n22 drawn=False
  -> harvest_opened [Bord 4] tries=1 strengthen=[] improve=[]
  -> harvest_chosen [Bord 4] drawn=False
see petra
  + petra (host)
  | room     4 tables, 13 seats, told «Maten kommer 11.45.»
  | stage    step 8/10, harvest: harvest 1, 480 s of 480 s
  | hall     0 of 4 tables done; chart «Gröna raggsockor» [4, 4, 1, 0] -> [2, 7, 0, 0], 0 of 0 changed, 9 seats at 3 tables
  | host     1 cards to deal; 8 of 10 steps begun; led by petra; shows card:motet/sockorna; check-in [0, 1, 1, 1, 1, 1, 2, 1, 1, 0]; chart «Gröna raggsockor» [4, 4, 1, 0] -> [2, 7, 0, 0], 0 of 0 changed, 9 seats at 3 tables; strengthen «Vi lyssnar klart.» (held); strengthen «Vi låter folk prata klart.» (held); improve «Korta köer.» (held)
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock open_next pause release_text remove_station send_message set_clock set_pace show_result skip_step
  | tile     Bord 1: 4 of 4 present, harvest 1, 480 s left
  | tile     Bord 2: 3 of 3 present, harvest 1, 480 s left
  | tile     Bord 3: 3 of 3 present, harvest 1, 480 s left, told «Det hörs ända fram.»
  | tile     Bord 4: 3 of 3 present, harvest 1, 480 s left
petra: groups 1 2 "Att lyssna"
  -> texts_grouped texts=[n20 n21] group=«Att lyssna»
petra: release_text text=1
  -> text_released text=n20 on=True
petra: release_text text=2
  -> text_released text=n21 on=True
see hall
  + hall (hall)
  | room     4 tables, 13 seats, told «Maten kommer 11.45.»
  | stage    step 8/10, harvest: harvest 1, 480 s of 480 s
  | hall     0 of 4 tables done; chart «Gröna raggsockor» [4, 4, 1, 0] -> [2, 7, 0, 0], 0 of 0 changed, 9 seats at 3 tables; strengthen «Vi lyssnar klart.» under «Att lyssna»; strengthen «Vi låter folk prata klart.» under «Att lyssna»
  | you      may leave
petra: groups 1 ""
  -> texts_grouped texts=[n20] group=
petra: release_text text=2 on=no
  -> text_released text=n21 on=False
see hall
  + hall (hall)
  | room     4 tables, 13 seats, told «Maten kommer 11.45.»
  | stage    step 8/10, harvest: harvest 1, 480 s of 480 s
  | hall     0 of 4 tables done; chart «Gröna raggsockor» [4, 4, 1, 0] -> [2, 7, 0, 0], 0 of 0 changed, 9 seats at 3 tables; strengthen «Vi lyssnar klart.»
  | you      may leave
petra: close_room
  -> room_closed
see hall petra
  + hall (hall)
  | room     4 tables, 13 seats, closed
  | stage    step 11/10, -: closed 1
  | hall     4 of 4 tables done; chart «Gröna raggsockor» [4, 4, 1, 0] -> [2, 7, 0, 0], 0 of 0 changed, 9 seats at 3 tables; strengthen «Vi lyssnar klart.»
  | you      may nothing
  + petra (host)
  | room     4 tables, 13 seats, closed
  | stage    step 11/10, -: closed 1
  | hall     4 of 4 tables done; chart «Gröna raggsockor» [4, 4, 1, 0] -> [2, 7, 0, 0], 0 of 0 changed, 9 seats at 3 tables; strengthen «Vi lyssnar klart.»
  | host     1 cards to deal; 9 of 10 steps begun; led by petra; shows card:motet/sockorna; check-in [0, 1, 1, 1, 1, 1, 2, 1, 1, 0]; chart «Gröna raggsockor» [4, 4, 1, 0] -> [2, 7, 0, 0], 0 of 0 changed, 9 seats at 3 tables; strengthen «Vi lyssnar klart.»; strengthen «Vi låter folk prata klart.» under «Att lyssna» (held); improve «Korta köer.» (held)
  | you      may nothing
  | tile     Bord 1: 4 of 4 present, closed 1
  | tile     Bord 2: 3 of 3 present, closed 1
  | tile     Bord 3: 3 of 3 present, closed 1
  | tile     Bord 4: 3 of 3 present, closed 1
