# A staff day at the tables' own pace, gathered to the hall's and let go again: tables in different steps meet
# without being torn from their cards, and nothing that some table has begun can be changed.

open "APT 60" cards=motet/sockorna,motet/luren-och-disken,motet/plogvallen pile=motet/snarkningen
  -> frame checkin round round round harvest pledge
enter hall screen
  -> station_entered station=hall who=screen
enter petra host
  -> station_entered station=petra who=host
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
petra: open_next
  -> phase_opened step=0 phase=frame total=180000
see petra
  + petra (host)
  | room     3 tables, 10 seats
  | stage    step 1/7, frame: frame 1, 180 s of 180 s
  | hall     0 of 3 tables done
  | host     1 cards to deal; 1 of 7 steps begun; led by petra
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock pause release_text remove_station send_message set_clock set_pace show_result
  | tile     Bord 1: 4 of 4 present, frame 1, 180 s left
  | tile     Bord 2: 3 of 3 present, frame 1, 180 s left
  | tile     Bord 3: 3 of 3 present, frame 1, 180 s left

== One table is quick, one is slow, one still checks in
ett: checks_in 3 4 8 9
  !! wrong_phase: Det går inte i det här steget. Skärmen visar vad som går att göra nu.
  !! wrong_phase: Det går inte i det här steget. Skärmen visar vad som går att göra nu.
  !! wrong_phase: Det går inte i det här steget. Skärmen visar vad som går att göra nu.
  !! wrong_phase: Det går inte i det här steget. Skärmen visar vad som går att göra nu.
ett: open_next
  -> phase_opened [Bord 1] step=1 phase=checkin total=60000
ett: checks_in 3 4 8 9
  -> seat_done [Bord 1] seat=ett.1
  -> seat_done [Bord 1] seat=ett.2
  -> seat_done [Bord 1] seat=ett.3
  -> seat_done [Bord 1] seat=ett.4
ett: open_next
  -> phase_opened [Bord 1] step=1 phase=checkin round=2 total=120000
ett: open_next
  -> phase_opened [Bord 1] step=2 phase=draw
  -> cards_offered [Bord 1] cards=[motet/sockorna]
ett: draw_card
  -> card_dealt [Bord 1] card=motet/sockorna
  -> phase_opened [Bord 1] step=2 phase=read total=60000
ett: open_next
  -> phase_opened [Bord 1] step=2 phase=vote total=60000
ett: votes a a b a
  -> vote_cast [Bord 1] seat=ett.1 round=1
  -> vote_cast [Bord 1] seat=ett.2 round=1
  -> vote_cast [Bord 1] seat=ett.3 round=1
  -> vote_cast [Bord 1] seat=ett.4 round=1
  -> grace_set [Bord 1] ms=5000
wait 5s
  -> vote_closed [Bord 1] round=1
  -> phase_opened [Bord 1] step=2 phase=reveal total=15000
  -> revealed [Bord 1] counts=(votes=[3 1 0 0])
två: open_next
  -> phase_opened [Bord 2] step=1 phase=checkin total=60000
två: checks_in 7 7 2
  -> seat_done [Bord 2] seat=två.1
  -> seat_done [Bord 2] seat=två.2
  -> seat_done [Bord 2] seat=två.3
två: open_next
  -> phase_opened [Bord 2] step=1 phase=checkin round=2 total=120000
två: open_next
  -> phase_opened [Bord 2] step=2 phase=draw
  -> cards_offered [Bord 2] cards=[motet/sockorna]
två: draw_card
  -> card_dealt [Bord 2] card=motet/sockorna
  -> phase_opened [Bord 2] step=2 phase=read total=60000
ett: open_next
  -> phase_opened [Bord 1] step=2 phase=talk total=360000
  -> prompts_laid [Bord 1] prompts=[least:b more:a unchosen:d~ question#1 question#2 question#3 question#4 ours]
see petra
  + petra (host)
  | room     3 tables, 10 seats
  | stage    step 1/7, frame: frame 1, 175 s of 180 s
  | hall     0 of 3 tables done
  | host     1 cards to deal; 3 of 7 steps begun; led by petra
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock pause release_text remove_station send_message set_clock set_pace show_result
  | tile     Bord 1: 4 of 4 present, talk 1, 360 s left, «Gröna raggsockor»
  | tile     Bord 2: 3 of 3 present, read 1, 60 s left, «Gröna raggsockor»
  | tile     Bord 3: 3 of 3 present, frame 1, 175 s left

== The plan ahead changes; what table 1 has begun stays
petra: arranges motet/plogvallen break:10 harvest:8 pledge:6
  -> programme_changed steps=[frame checkin round round break harvest pledge] begun=3
petra: arranges motet/sockorna pledge:6
  !! unknown_card: Det kortet finns inte i högen.

== Everybody to one pace: each finishes its card and waits
petra: set_pace pace=hall
  -> pace_set pace=hall step=2 phase=draw own=True
petra: set_pace pace=hall
  .. already so
see petra ett tre
  + petra (host)
  | room     3 tables, 10 seats
  | stage    step 3/7, round: draw 1, card 1/2
  | hall     1 of 3 tables done
  | host     2 cards to deal; every table draws its own; 3 of 7 steps begun; led by petra
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock open_next pause release_text remove_station send_message set_clock set_pace show_result skip_step
  | tile     Bord 1: 4 of 4 present, talk 1, 360 s left, alone, «Gröna raggsockor»
  | tile     Bord 2: 3 of 3 present, read 1, 60 s left, alone, «Gröna raggsockor»
  | tile     Bord 3: 3 of 3 present, frame 1, 175 s left, alone, waits
  + ett (table)
  | room     3 tables, 10 seats
  | stage    step 3/7, round: talk 1, card 1/2, 360 s of 360 s, alone
  | team     Bord 1: ett.1(reader) ett.2(writer) ett.3 ett.4, pass_around, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, questions, 4 options; may be voted a b c d own
  | result   before a:3 b:1 c:0 d:0
  | talk     [least b], more a, unchosen d (drawn), question 1, question 2, question 3, question 4, ours
  | you      may acknowledge add_seat ask_time call_timeout choose_way leave mark_away mark_back open_next open_twist raise_hand remove_seat show_prompt suggest_card
  + tre (table)
  | room     3 tables, 10 seats
  | stage    step 1/7, frame: frame 1, 175 s of 180 s, alone
  | team     Bord 3: tre.1(reader) tre.2(writer) tre.3, pass_around
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back raise_hand remove_seat suggest_card
tre: open_next
  !! host_only: Det gör spelledaren i den här takten.
ett: open_next
  -> phase_opened [Bord 1] step=2 phase=vote round=2 total=60000
ett: votes b b b a
  -> vote_cast [Bord 1] seat=ett.1 round=2
  -> vote_cast [Bord 1] seat=ett.2 round=2
  -> vote_cast [Bord 1] seat=ett.3 round=2
  -> vote_cast [Bord 1] seat=ett.4 round=2
  -> grace_set [Bord 1] ms=5000
wait 5s
  -> vote_closed [Bord 1] round=2
  -> phase_opened [Bord 1] step=2 phase=compare total=60000
  -> compared [Bord 1] step=2 moment=58 counts=(votes=[1 3 0 0]) changed=2 paired=4
ett: open_next
  -> phase_opened [Bord 1] step=2 phase=perspective total=60000
ett: open_next
  -> phase_opened [Bord 1] step=2 phase=note total=60000
ett: open_next
  !! host_only: Det gör spelledaren i den här takten.
ett: write_note tag=improve text="Korta köer."
  -> note_written [Bord 1] note=n19 card=motet/sockorna tag=improve text=«Korta köer.»
ett: open_next
  !! host_only: Det gör spelledaren i den här takten.
see petra ett
  + petra (host)
  | room     3 tables, 10 seats
  | stage    step 3/7, round: draw 1, card 1/2
  | hall     2 of 3 tables done
  | host     2 cards to deal; every table draws its own; 3 of 7 steps begun; led by petra
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock open_next pause release_text remove_station send_message set_clock set_pace show_result skip_step
  | tile     Bord 1: 4 of 4 present, note 1, 60 s left, alone, waits, «Gröna raggsockor»
  | tile     Bord 2: 3 of 3 present, read 1, 55 s left, alone, «Gröna raggsockor»
  | tile     Bord 3: 3 of 3 present, frame 1, 170 s left, alone, waits
  + ett (table)
  | room     3 tables, 10 seats
  | stage    step 3/7, round: note 1, card 1/2, 60 s of 60 s, alone
  | team     Bord 1: ett.1(reader) ett.2(writer) ett.3 ett.4, pass_around, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, questions, twist, perspective, prevent, refs, 4 options with what speaks for each; may be voted a b c d own
  | result   before a:3 b:1 c:0 d:0; after a:1 b:3 c:0 d:0; 2 of 4 changed
  | notes    1 improve «Korta köer.» (may be mended)
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back raise_hand remove_seat suggest_card write_note
petra: pause text="Kaffe" minutes=10
  -> paused text=Kaffe until=610000
petra: pause look=yes
  -> paused why=look
petra: open_next
  !! paused: Sessionen är pausad. Den fortsätter när spelledaren trycker Fortsätt.
restart
  .. already so
see hall två
  + hall (hall)
  | room     3 tables, 10 seats
  | stage    step 3/7, round: draw 1, card 1/2, paused by look
  | hall     2 of 3 tables done
  | you      may leave
  + två (table)
  | room     3 tables, 10 seats
  | stage    step 3/7, round: read 1, card 1/2, frozen 55 s of 60 s, paused by look, alone
  | team     Bord 2: två.1(reader) två.2(writer) två.3, pass_around, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation; may be voted a b c d own
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back raise_hand remove_seat suggest_card
petra: resume
  -> resumed
petra: open_next
  -> phase_opened step=3 phase=draw
see petra ett två tre
  + petra (host)
  | room     3 tables, 10 seats
  | stage    step 4/7, round: draw 1, card 2/2
  | hall     0 of 3 tables done
  | host     2 cards to deal; 4 of 7 steps begun; led by petra
  | you      may arrange_steps close_room deal_card gather_teams group_texts hand_over leave lock pause release_text remove_station send_message set_clock set_pace show_result skip_step
  | tile     Bord 1: 4 of 4 present, draw 1
  | tile     Bord 2: 3 of 3 present, draw 1
  | tile     Bord 3: 3 of 3 present, draw 1
  + ett (table)
  | room     3 tables, 10 seats
  | stage    step 4/7, round: draw 1, card 2/2
  | team     Bord 1: ett.1 ett.2(reader) ett.3(writer) ett.4, pass_around, swap_left
  | draw     2 in the pile, offered nothing
  | notes    1 improve «Korta köer.» (may be mended)
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back raise_hand remove_seat suggest_card write_note
  + två (table)
  | room     3 tables, 10 seats
  | stage    step 4/7, round: draw 1, card 2/2
  | team     Bord 2: två.1 två.2(reader) två.3(writer), pass_around, swap_left
  | draw     2 in the pile, offered nothing
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back raise_hand remove_seat suggest_card write_note
  + tre (table)
  | room     3 tables, 10 seats
  | stage    step 4/7, round: draw 1, card 2/2
  | team     Bord 3: tre.1(reader) tre.2(writer) tre.3, pass_around, swap_left
  | draw     2 in the pile, offered nothing
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back raise_hand remove_seat suggest_card

== A card for all, and then each by itself again
petra: deal_card
  -> card_dealt card=motet/plogvallen
  -> phase_opened step=3 phase=read total=60000
petra: open_next
  -> phase_opened step=3 phase=vote total=60000
petra: set_pace pace=table
  -> pace_set pace=table step=3 phase=draw
ett: votes a a a a
  -> vote_cast [Bord 1] seat=ett.1 round=1
  -> vote_cast [Bord 1] seat=ett.2 round=1
  -> vote_cast [Bord 1] seat=ett.3 round=1
  -> vote_cast [Bord 1] seat=ett.4 round=1
  -> grace_set [Bord 1] ms=5000
wait 5s
  -> vote_closed [Bord 1] round=1
  -> phase_opened [Bord 1] step=3 phase=reveal total=15000
  -> revealed [Bord 1] counts=(votes=[4 0 0 0])
två: votes a b a
  -> vote_cast [Bord 2] seat=två.1 round=1
  -> vote_cast [Bord 2] seat=två.2 round=1
  -> vote_cast [Bord 2] seat=två.3 round=1
  -> grace_set [Bord 2] ms=5000
see petra
  + petra (host)
  | room     3 tables, 10 seats
  | stage    step 4/7, round: draw 1, card 2/2
  | hall     1 of 3 tables done
  | host     2 cards to deal; 4 of 7 steps begun; led by petra
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock pause release_text remove_station send_message set_clock set_pace show_result
  | tile     Bord 1: 4 of 4 present, reveal 1, 15 s left, «Plogvallen»
  | tile     Bord 2: 3 of 3 present, vote 1, 3 of 3 done, 55 s left, «Plogvallen»
  | tile     Bord 3: 3 of 3 present, vote 1, 0 of 3 done, 55 s left, «Plogvallen»
två: open_next
  -> vote_closed [Bord 2] round=1
  -> phase_opened [Bord 2] step=3 phase=reveal total=15000
  -> revealed [Bord 2] counts=(votes=[2 1 0 0])
host_gone 3m
tre: continue_alone
  !! not_paused: Det är ingen paus just nu.
enter fyra table seats=3 team=4
  -> team_opened [Bord 4] number=4
  -> phase_opened [Bord 4] step=3 phase=draw
  -> cards_offered [Bord 4] cards=[motet/plogvallen]
  -> station_entered [Bord 4] station=fyra who=table
  -> seat_taken [Bord 4] seat=fyra.1 station=fyra symbol=0
  -> seat_taken [Bord 4] seat=fyra.2 station=fyra symbol=1
  -> seat_taken [Bord 4] seat=fyra.3 station=fyra symbol=2
see petra fyra
  + petra (host)
  | room     4 tables, 13 seats, host long_gone
  | stage    step 4/7, round: draw 1, card 2/2
  | hall     0 of 4 tables done
  | host     2 cards to deal; 4 of 7 steps begun; led by petra
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock pause release_text remove_station send_message set_clock set_pace show_result
  | tile     Bord 1: 4 of 4 present, reveal 1, 15 s left, «Plogvallen»
  | tile     Bord 2: 3 of 3 present, reveal 1, 15 s left, «Plogvallen»
  | tile     Bord 3: 3 of 3 present, vote 1, 0 of 3 done, 55 s left, «Plogvallen»
  | tile     Bord 4: 3 of 3 present, draw 1
  + fyra (table)
  | room     4 tables, 13 seats, host long_gone
  | stage    step 4/7, round: draw 1, card 2/2
  | team     Bord 4: fyra.1(reader) fyra.2(writer) fyra.3, pass_around, swap_left
  | draw     2 in the pile, offered a back of heat 1
  | you      may acknowledge add_seat call_timeout choose_way draw_card leave mark_away mark_back raise_hand remove_seat suggest_card
host_gone 0s
petra: skip_step team=1
  -> phase_opened [Bord 1] step=4 phase=break total=600000
petra: skip_step team=1
  -> phase_opened [Bord 1] step=5 phase=harvest total=480000
  -> harvest_opened [Bord 1] tries=1 strengthen=[] improve=[n19]
  -> harvest_chosen [Bord 1] improve=n19 drawn=False
ett: open_next
  -> phase_opened [Bord 1] step=6 phase=pledge total=360000
petra: skip_step team=1
  -> phase_opened [Bord 1] step=7 phase=closed
petra: arranges pledge:6
  !! plan_over: Ett bord är redan klart med hela programmet, så det går inte att lägga till något mer.
petra: set_pace pace=hall
  -> pace_set pace=hall step=3 phase=draw own=True
see petra
  + petra (host)
  | room     4 tables, 13 seats
  | stage    step 4/7, round: draw 1, card 2/2
  | hall     1 of 4 tables done
  | host     2 cards to deal; every table draws its own; 7 of 7 steps begun; led by petra; improve «Korta köer.» (held)
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock open_next pause release_text remove_station send_message set_clock set_pace show_result skip_step
  | tile     Bord 1: 4 of 4 present, closed 1, alone
  | tile     Bord 2: 3 of 3 present, reveal 1, 15 s left, alone, «Plogvallen»
  | tile     Bord 3: 3 of 3 present, vote 1, 0 of 3 done, 55 s left, alone, «Plogvallen»
  | tile     Bord 4: 3 of 3 present, draw 1, alone
petra: close_room
  -> vote_closed [Bord 3] round=1 missing=3
  -> room_closed
