# Everything awkward that three tables may meet at their own pace, in the order of a day. A heading for each
# case, as tests/awkward.py lists them; some cases come back when what they led to is seen.

open "APT 60" managers=mixed cards=motet/sockorna,motet/plogvallen pile=motet/slapet-17-56,motet/snarkningen
  -> frame checkin round round round harvest pledge
  -> managers mixed
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

== manager at the table
# A manager sits with the others here; nothing tells that seat from theirs.
enter chef solo team=2
  -> station_entered [Bord 2] station=chef who=solo
  -> seat_taken [Bord 2] seat=chef.1 station=chef symbol=3
see två
  + två (table)
  | room     2 tables, 8 seats
  | stage    step 0/7, -: lobby 1
  | team     Bord 2: två.1(reader) två.2(writer) två.3 chef.1, pass_around, remote
  | you      may acknowledge add_seat leave mark_away mark_back raise_hand remove_seat

== fewer than 2 seats
# One who sits alone could have company; who would rather not plays on alone.
enter eva solo team=3
  -> team_opened [Bord 3] number=3
  -> station_entered [Bord 3] station=eva who=solo
  -> seat_taken [Bord 3] seat=eva.1 station=eva symbol=0
see petra
  + petra (host)
  | room     3 tables, 9 seats
  | stage    step 0/7, -: lobby 1
  | hall     0 of 3 tables done
  | host     2 cards to deal; 0 of 7 steps begun; led by petra vera(helping)
  | you      may arrange_steps close_room gather_teams group_texts hand_over leave lock open_next pause release_text remove_station send_message set_clock set_pace show_result
  | tile     Bord 1: 4 of 4 present, lobby 1
  | tile     Bord 2: 4 of 4 present, lobby 1
  | tile     Bord 3: 1 of 1 present, lobby 1, might sit at Bord 2

== more than 8 seats
enter buss table seats=6 team=2
  !! team_full: Bordet är fullt: åtta platser är det mesta ett samtal klarar. Välj ett annat bord. Plats finns vid bord 3. Bord 4 är ledigt, om ni vill dela er.
ett: add_seat
  -> seat_taken [Bord 1] seat=ett.5 station=ett symbol=4
ett: add_seat
  -> seat_taken [Bord 1] seat=ett.6 station=ett symbol=5
ett: add_seat
  -> seat_taken [Bord 1] seat=ett.7 station=ett symbol=6
ett: add_seat
  -> seat_taken [Bord 1] seat=ett.8 station=ett symbol=7
ett: add_seat
  !! team_full: Bordet är fullt: åtta platser är det mesta ett samtal klarar. Välj ett annat bord.
ett: remove_seat seat=8
  -> seat_left [Bord 1] seat=s24
ett: remove_seat seat=7
  -> seat_left [Bord 1] seat=s23
ett: remove_seat seat=6
  -> seat_left [Bord 1] seat=s22
ett: remove_seat seat=5
  -> seat_left [Bord 1] seat=s21

== two hosts press next
petra: open_next
  -> phase_opened step=0 phase=frame total=180000
vera: again
  .. already so
petra: extend minutes=2 team=1
  -> time_extended [Bord 1] ms=120000 by=petra
vera: again
  .. already so
petra: skip_step team=1
  -> phase_opened [Bord 1] step=1 phase=checkin total=60000
vera: again
  .. already so
petra: skip_step team=1
  -> phase_opened [Bord 1] step=2 phase=draw
  -> cards_offered [Bord 1] cards=[motet/sockorna]
petra: skip_step team=2
  -> phase_opened [Bord 2] step=1 phase=checkin total=60000
petra: skip_step team=2
  -> phase_opened [Bord 2] step=2 phase=draw
  -> cards_offered [Bord 2] cards=[motet/sockorna]
petra: skip_step team=3
  -> phase_opened [Bord 3] step=1 phase=checkin total=60000
petra: skip_step team=3
  -> phase_opened [Bord 3] step=2 phase=draw
  -> cards_offered [Bord 3] cards=[motet/sockorna]
see vera
  + vera (host)
  | room     3 tables, 9 seats
  | stage    step 1/7, frame: frame 1, 180 s of 180 s
  | hall     0 of 3 tables done
  | host     2 cards to deal; 3 of 7 steps begun; led by petra vera(helping)
  | you      may arrange_steps extend gather_teams group_texts leave lock pause release_text remove_station send_message set_clock set_pace show_result
  | tile     Bord 1: 4 of 4 present, draw 1
  | tile     Bord 2: 4 of 4 present, draw 1
  | tile     Bord 3: 1 of 1 present, draw 1, might sit at Bord 2
ett: draw_card
  -> card_dealt [Bord 1] card=motet/sockorna
  -> phase_opened [Bord 1] step=2 phase=read total=60000
två: draw_card
  -> card_dealt [Bord 2] card=motet/sockorna
  -> phase_opened [Bord 2] step=2 phase=read total=60000
eva: draw_card
  -> card_dealt [Bord 3] card=motet/sockorna
  -> phase_opened [Bord 3] step=2 phase=read total=60000

== time-out
# A card that comes too close: byt kort while it is read, once.
eva: swap_card
  -> card_swapped [Bord 3] card=motet/sockorna
  -> phase_opened [Bord 3] step=2 phase=read total=60000
  -> card_dealt [Bord 3] card=motet/snarkningen
eva: swap_card
  !! already_swapped: Bordet har redan bytt ett kort i det här blocket. Ta en time-out om kortet inte går att prata om.
ett: open_next
  -> phase_opened [Bord 1] step=2 phase=vote total=60000
två: open_next
  -> phase_opened [Bord 2] step=2 phase=vote total=60000

== a misunderstanding
ett: votes a b - -
  -> vote_cast [Bord 1] seat=ett.1 round=1
  -> vote_cast [Bord 1] seat=ett.2 round=1
två: votes a b -
  -> vote_cast [Bord 2] seat=två.1 round=1
  -> vote_cast [Bord 2] seat=två.2 round=1
chef: votes c
  -> vote_cast [Bord 2] seat=chef.1 round=1
see chef
  + chef (solo)
  | room     3 tables, 9 seats
  | stage    step 3/7, round: vote 1, card 1/3, 60 s of 60 s
  | team     Bord 2: två.1(reader) två.2(writer) två.3 chef.1, pass_around, remote, swap_left
  | progress 3 of 4 done
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge call_timeout cast_vote leave mark_away mark_back raise_hand suggest_card; done chef.1; own chef.1 {'choice': 'c'}
chef: vote_again
  !! reader_only: Det gör kortläsaren vid det här bordet. Kortläsarens symbol syns på skärmen.
två: vote_again
  -> vote_cleared [Bord 2] round=1
see petra chef
  + petra (host)
  | room     3 tables, 9 seats
  | stage    step 1/7, frame: frame 1, 180 s of 180 s
  | hall     0 of 3 tables done
  | host     1 cards to deal; 3 of 7 steps begun; led by petra vera(helping)
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock pause release_text remove_station send_message set_clock set_pace show_result
  | tile     Bord 1: 4 of 4 present, vote 1, 2 of 4 done, 60 s left, «Gröna raggsockor»
  | tile     Bord 2: 4 of 4 present, vote 1, 0 of 4 done, 60 s left, «Gröna raggsockor»
  | tile     Bord 3: 1 of 1 present, read 1, 60 s left, «Snarkningen vid tidningarna», might sit at Bord 2
  + chef (solo)
  | room     3 tables, 9 seats
  | stage    step 3/7, round: vote 1, card 1/3, 60 s of 60 s
  | team     Bord 2: två.1(reader) två.2(writer) två.3 chef.1, pass_around, remote, swap_left
  | progress 0 of 4 done
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge call_timeout cast_vote leave mark_away mark_back raise_hand suggest_card
två: votes a b -
  -> vote_cast [Bord 2] seat=två.1 round=1
  -> vote_cast [Bord 2] seat=två.2 round=1
chef: votes b
  -> vote_cast [Bord 2] seat=chef.1 round=1
ett: votes - - a b
  -> vote_cast [Bord 1] seat=ett.3 round=1
  -> vote_cast [Bord 1] seat=ett.4 round=1
  -> grace_set [Bord 1] ms=5000
petra: vote_again team=1
  -> vote_cleared [Bord 1] round=1
see ett
  + ett (table)
  | room     3 tables, 9 seats
  | stage    step 3/7, round: vote 1, card 1/3, 60 s of 60 s
  | team     Bord 1: ett.1(reader) ett.2(writer) ett.3 ett.4, pass_around, swap_left
  | progress 0 of 4 done
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge add_seat call_timeout cast_vote close_vote leave mark_away mark_back open_next raise_hand remove_seat suggest_card vote_again
ett: votes a b a b
  -> vote_cast [Bord 1] seat=ett.1 round=1
  -> vote_cast [Bord 1] seat=ett.2 round=1
  -> vote_cast [Bord 1] seat=ett.3 round=1
  -> vote_cast [Bord 1] seat=ett.4 round=1
  -> grace_set [Bord 1] ms=5000

== seat away
två: mark_away seat=3
  -> seat_away [Bord 2] seat=två.3
  -> grace_set [Bord 2] ms=5000
see petra
  + petra (host)
  | room     3 tables, 9 seats
  | stage    step 1/7, frame: frame 1, 180 s of 180 s
  | hall     2 of 3 tables done
  | host     1 cards to deal; 3 of 7 steps begun; led by petra vera(helping)
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock pause release_text remove_station send_message set_clock set_pace show_result
  | tile     Bord 1: 4 of 4 present, vote 1, 4 of 4 done, 60 s left, «Gröna raggsockor»
  | tile     Bord 2: 3 of 4 present, vote 1, 3 of 3 done, 60 s left, «Gröna raggsockor»
  | tile     Bord 3: 1 of 1 present, read 1, 60 s left, «Snarkningen vid tidningarna», might sit at Bord 2
wait 5s
  -> vote_closed [Bord 1] round=1
  -> phase_opened [Bord 1] step=2 phase=reveal total=15000
  -> revealed [Bord 1] counts=(votes=[2 2 0 0])
  -> vote_closed [Bord 2] round=1
  -> phase_opened [Bord 2] step=2 phase=reveal total=15000
  -> revealed [Bord 2] counts=(votes=[1 2 0 0])
två: open_next
  -> phase_opened [Bord 2] step=2 phase=talk total=360000
  -> prompts_laid [Bord 2] prompts=[least:a more:b unchosen:c~ question#1 question#2 question#3 question#4 ours]
två: mark_back seat=3
  -> seat_back [Bord 2] seat=två.3
see två
  + två (table)
  | room     3 tables, 9 seats
  | stage    step 3/7, round: talk 1, card 1/3, 360 s of 360 s
  | team     Bord 2: två.1(reader) två.2(writer) två.3 chef.1, pass_around, remote, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, questions, 4 options; may be voted a b c d own
  | result   before a:1 b:2 c:0 d:0
  | talk     [least a], more b, unchosen c (drawn), question 1, question 2, question 3, question 4, ours
  | you      may acknowledge add_seat ask_time call_timeout leave mark_away mark_back open_next open_twist raise_hand remove_seat show_prompt suggest_card; listeners två.3

== seat returns
ett: mark_away seat=1
  -> seat_away [Bord 1] seat=ett.1
ett: mark_back seat=1
  -> seat_back [Bord 1] seat=ett.1
see ett
  + ett (table)
  | room     3 tables, 9 seats
  | stage    step 3/7, round: reveal 1, card 1/3, 15 s of 15 s
  | team     Bord 1: ett.1(reader) ett.2(writer) ett.3 ett.4, pass_around, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:2 b:2 c:0 d:0
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back open_next raise_hand remove_seat suggest_card

== a misunderstanding
# A table at its own pace has gone on when its vote is closed: there is nothing to open again.
ett: vote_again
  !! wrong_phase: Det går inte i det här steget. Skärmen visar vad som går att göra nu.
petra: vote_again team=1
  !! wrong_phase: Det går inte i det här steget. Skärmen visar vad som går att göra nu.

== options tie
ett: open_next
  -> phase_opened [Bord 1] step=2 phase=talk total=360000
  -> prompts_laid [Bord 1] prompts=[least:b~ more:a~ unchosen:d~ question#1 question#2 question#3 question#4 ours]
see ett
  + ett (table)
  | room     3 tables, 9 seats
  | stage    step 3/7, round: talk 1, card 1/3, 360 s of 360 s
  | team     Bord 1: ett.1(reader) ett.2(writer) ett.3 ett.4, pass_around, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, questions, 4 options; may be voted a b c d own
  | result   before a:2 b:2 c:0 d:0
  | talk     [least b (drawn)], more a (drawn), unchosen d (drawn), question 1, question 2, question 3, question 4, ours
  | you      may acknowledge add_seat ask_time call_timeout choose_way leave mark_away mark_back open_next open_twist raise_hand remove_seat show_prompt suggest_card

== late person
enter dag solo team=1
  -> station_entered [Bord 1] station=dag who=solo
  -> seat_taken [Bord 1] seat=dag.1 station=dag symbol=4
see dag
  + dag (solo)
  | room     3 tables, 10 seats
  | stage    step 3/7, round: talk 1, card 1/3, 360 s of 360 s
  | team     Bord 1: ett.1(reader) ett.2(writer) ett.3 ett.4 dag.1, pass_around, remote, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, questions, 4 options; may be voted a b c d own
  | result   before a:2 b:2 c:0 d:0
  | talk     [least b (drawn)], more a (drawn), unchosen d (drawn), question 1, question 2, question 3, question 4, ours
  | you      may acknowledge ask_time call_timeout leave mark_away mark_back raise_hand suggest_card; listeners dag.1

== late table
# At the tables' own pace there is no phase of the hall to come into: it begins where the session begins.
enter sena table seats=3 team=4
  -> team_opened [Bord 4] number=4
  -> phase_opened [Bord 4] step=0 phase=frame total=180000
  -> station_entered [Bord 4] station=sena who=table
  -> seat_taken [Bord 4] seat=sena.1 station=sena symbol=0
  -> seat_taken [Bord 4] seat=sena.2 station=sena symbol=1
  -> seat_taken [Bord 4] seat=sena.3 station=sena symbol=2
see sena
  + sena (table)
  | room     4 tables, 13 seats
  | stage    step 1/7, frame: frame 1, 180 s of 180 s
  | team     Bord 4: sena.1(reader) sena.2(writer) sena.3, pass_around
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back open_next raise_hand remove_seat suggest_card
petra: skip_step team=4
  -> phase_opened [Bord 4] step=1 phase=checkin total=60000
petra: skip_step team=4
  -> phase_opened [Bord 4] step=2 phase=draw
  -> cards_offered [Bord 4] cards=[motet/sockorna]
sena: draw_card
  -> card_dealt [Bord 4] card=motet/sockorna
  -> phase_opened [Bord 4] step=2 phase=read total=60000

== fewer than 2 seats
eva: open_next
  -> phase_opened [Bord 3] step=2 phase=vote total=60000
eva: votes b
  -> vote_cast [Bord 3] seat=eva.1 round=1
  -> grace_set [Bord 3] ms=5000
wait 5s
  -> vote_closed [Bord 3] round=1
  -> phase_opened [Bord 3] step=2 phase=reveal total=15000
  -> revealed [Bord 3] counts=(votes=[0 1 0])
see eva
  + eva (solo)
  | room     4 tables, 13 seats
  | stage    step 3/7, round: reveal 1, card 1/3, 15 s of 15 s
  | team     Bord 3: eva.1(reader)(writer), pass_around
  | card     «Snarkningen vid tidningarna» (dilemma, heat 1); shows situation, 3 options; may be voted a b c own
  | result   before a:0 b:1 c:0
  | you      may acknowledge call_timeout leave mark_away mark_back open_next raise_hand suggest_card
eva: open_next
  -> phase_opened [Bord 3] step=2 phase=talk total=180000
  -> prompts_laid [Bord 3] prompts=[unanimous:b question#1 question#2 question#3 ours]

== station lost
wait 100s
lost chef
see petra
  + petra (host)
  | room     4 tables, 13 seats
  | stage    step 1/7, frame: frame 1, 70 s of 180 s
  | hall     0 of 4 tables done
  | host     1 cards to deal; 3 of 7 steps begun; led by petra vera(helping)
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock pause release_text remove_station send_message set_clock set_pace show_result
  | tile     Bord 1: 5 of 5 present, talk 1, 255 s left, «Gröna raggsockor»
  | tile     Bord 2: 4 of 4 present, talk 1, 255 s left, lost chef, «Gröna raggsockor»
  | tile     Bord 3: 1 of 1 present, talk 1, 80 s left, «Snarkningen vid tidningarna», might sit at Bord 2
  | tile     Bord 4: 3 of 3 present, read 1, -45 s left, «Gröna raggsockor»
wait 20s
silence chef
  -> seat_away [Bord 2] seat=chef.1 silent=True
see petra
  + petra (host)
  | room     4 tables, 13 seats
  | stage    step 1/7, frame: frame 1, 50 s of 180 s
  | hall     0 of 4 tables done
  | host     1 cards to deal; 3 of 7 steps begun; led by petra vera(helping)
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock pause release_text remove_station send_message set_clock set_pace show_result
  | tile     Bord 1: 5 of 5 present, talk 1, 235 s left, «Gröna raggsockor»
  | tile     Bord 2: 3 of 4 present, talk 1, 235 s left, lost chef, «Gröna raggsockor»
  | tile     Bord 3: 1 of 1 present, talk 1, 60 s left, «Snarkningen vid tidningarna», might sit at Bord 2
  | tile     Bord 4: 3 of 3 present, read 1, -65 s left, «Gröna raggsockor»
found chef
hear chef
  -> seat_back [Bord 2] seat=chef.1
see chef
  + chef (solo)
  | room     4 tables, 13 seats
  | stage    step 3/7, round: talk 1, card 1/3, 235 s of 360 s
  | team     Bord 2: två.1(reader) två.2(writer) två.3 chef.1, pass_around, remote, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, questions, 4 options; may be voted a b c d own
  | result   before a:1 b:2 c:0 d:0
  | talk     [least a], more b, unchosen c (drawn), question 1, question 2, question 3, question 4, ours
  | you      may acknowledge ask_time call_timeout leave mark_away mark_back raise_hand suggest_card

== time-out
chef: call_timeout
  -> timeout_called [Bord 2]
see två chef petra
  + två (table)
  | room     4 tables, 13 seats
  | stage    step 3/7, round: talk 1, card 1/3, frozen 235 s of 360 s, paused by timeout
  | team     Bord 2: två.1(reader) två.2(writer) två.3 chef.1, pass_around, remote, timeout, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, questions, 4 options; may be voted a b c d own
  | result   before a:1 b:2 c:0 d:0
  | talk     [least a], more b, unchosen c (drawn), question 1, question 2, question 3, question 4, ours
  | you      may acknowledge add_seat end_timeout leave mark_away mark_back raise_hand remove_seat; listeners två.3
  + chef (solo)
  | room     4 tables, 13 seats
  | stage    step 3/7, round: talk 1, card 1/3, frozen 235 s of 360 s, paused by timeout
  | team     Bord 2: två.1(reader) två.2(writer) två.3 chef.1, pass_around, remote, timeout, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, questions, 4 options; may be voted a b c d own
  | result   before a:1 b:2 c:0 d:0
  | talk     [least a], more b, unchosen c (drawn), question 1, question 2, question 3, question 4, ours
  | you      may acknowledge end_timeout leave mark_away mark_back raise_hand
  + petra (host)
  | room     4 tables, 13 seats
  | stage    step 1/7, frame: frame 1, 50 s of 180 s
  | hall     0 of 4 tables done
  | host     1 cards to deal; 3 of 7 steps begun; led by petra vera(helping)
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock pause release_text remove_station send_message set_clock set_pace show_result
  | tile     Bord 1: 5 of 5 present, talk 1, 235 s left, «Gröna raggsockor»
  | tile     Bord 2: 4 of 4 present, talk 1, timeout, «Gröna raggsockor»
  | tile     Bord 3: 1 of 1 present, talk 1, 60 s left, «Snarkningen vid tidningarna», might sit at Bord 2
  | tile     Bord 4: 3 of 3 present, read 1, -65 s left, «Gröna raggsockor»
två: open_next
  !! timeout_open: Bordet har tagit time-out. Välj hur ni vill gå vidare först.
chef: end_timeout how=call
  -> help_called [Bord 2]
wait 60s
see petra
  + petra (host)
  | room     4 tables, 13 seats
  | stage    step 1/7, frame: frame 1, -10 s of 180 s
  | hall     0 of 4 tables done
  | host     1 cards to deal; 1 call for help; 3 of 7 steps begun; led by petra vera(helping)
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock pause release_text remove_station send_message set_clock set_pace show_result
  | tile     Bord 1: 5 of 5 present, talk 1, 175 s left, «Gröna raggsockor»
  | tile     Bord 2: 4 of 4 present, talk 1, timeout, hand up for 60 s, «Gröna raggsockor»
  | tile     Bord 3: 1 of 1 present, talk 1, 0 s left, «Snarkningen vid tidningarna», might sit at Bord 2
  | tile     Bord 4: 3 of 3 present, read 1, -125 s left, «Gröna raggsockor»
petra: end_timeout how=continue team=2
  -> timeout_ended [Bord 2]
see två petra
  + två (table)
  | room     4 tables, 13 seats
  | stage    step 3/7, round: talk 1, card 1/3, 235 s of 360 s
  | team     Bord 2: två.1(reader) två.2(writer) två.3 chef.1, pass_around, remote, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, questions, 4 options; may be voted a b c d own
  | result   before a:1 b:2 c:0 d:0
  | talk     [least a], more b, unchosen c (drawn), question 1, question 2, question 3, question 4, ours
  | you      may acknowledge add_seat ask_time call_timeout leave mark_away mark_back open_next open_twist raise_hand remove_seat show_prompt suggest_card; listeners två.3
  + petra (host)
  | room     4 tables, 13 seats
  | stage    step 1/7, frame: frame 1, -10 s of 180 s
  | hall     0 of 4 tables done
  | host     1 cards to deal; 3 of 7 steps begun; led by petra vera(helping)
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock pause release_text remove_station send_message set_clock set_pace show_result
  | tile     Bord 1: 5 of 5 present, talk 1, 175 s left, «Gröna raggsockor»
  | tile     Bord 2: 4 of 4 present, talk 1, 235 s left, «Gröna raggsockor»
  | tile     Bord 3: 1 of 1 present, talk 1, 0 s left, «Snarkningen vid tidningarna», might sit at Bord 2
  | tile     Bord 4: 3 of 3 present, read 1, -125 s left, «Gröna raggsockor»

== seat returns
två: open_next
  -> phase_opened [Bord 2] step=2 phase=vote round=2 total=60000
två: cast_vote seat=3 choice=a
  !! listener: Den här platsen lyssnar på det här kortet, eftersom den inte var med i första omröstningen. Prata gärna med – på nästa kort röstar ni alla.
två: votes b b -
  -> vote_cast [Bord 2] seat=två.1 round=2
  -> vote_cast [Bord 2] seat=två.2 round=2
chef: votes b
  -> vote_cast [Bord 2] seat=chef.1 round=2
  -> grace_set [Bord 2] ms=5000

== late person
ett: open_next
  -> phase_opened [Bord 1] step=2 phase=vote round=2 total=70000
dag: cast_vote seat=1 choice=a
  !! listener: Den här platsen lyssnar på det här kortet, eftersom den inte var med i första omröstningen. Prata gärna med – på nästa kort röstar ni alla.
ett: votes b b b -
  -> vote_cast [Bord 1] seat=ett.1 round=2
  -> vote_cast [Bord 1] seat=ett.2 round=2
  -> vote_cast [Bord 1] seat=ett.3 round=2
see petra
  + petra (host)
  | room     4 tables, 13 seats
  | stage    step 1/7, frame: frame 1, -10 s of 180 s
  | hall     1 of 4 tables done
  | host     1 cards to deal; 3 of 7 steps begun; led by petra vera(helping)
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock pause release_text remove_station send_message set_clock set_pace show_result
  | tile     Bord 1: 5 of 5 present, vote 2, 3 of 4 done, 70 s left, «Gröna raggsockor»
  | tile     Bord 2: 4 of 4 present, vote 2, 3 of 3 done, 60 s left, «Gröna raggsockor»
  | tile     Bord 3: 1 of 1 present, talk 1, 0 s left, «Snarkningen vid tidningarna», might sit at Bord 2
  | tile     Bord 4: 3 of 3 present, read 1, -125 s left, «Gröna raggsockor»

== server restarts
wait 3s
restart 4m
  -> paused why=restart
see petra ett två
  + petra (host)
  | room     4 tables, 13 seats
  | stage    step 1/7, frame: frame 1, frozen 0 s of 180 s, paused by restart
  | hall     1 of 4 tables done
  | host     1 cards to deal; 3 of 7 steps begun; led by petra vera(helping)
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock pause release_text remove_station resume send_message set_clock set_pace show_result
  | tile     Bord 1: 5 of 5 present, vote 2, 3 of 4 done, «Gröna raggsockor»
  | tile     Bord 2: 4 of 4 present, vote 2, 3 of 3 done, «Gröna raggsockor»
  | tile     Bord 3: 1 of 1 present, talk 1, «Snarkningen vid tidningarna», might sit at Bord 2
  | tile     Bord 4: 3 of 3 present, read 1, «Gröna raggsockor»
  + ett (table)
  | room     4 tables, 13 seats
  | stage    step 3/7, round: vote 2, card 1/3, frozen 67 s of 70 s, paused by restart
  | team     Bord 1: ett.1(reader) ett.2(writer) ett.3 ett.4 dag.1, pass_around, remote, swap_left
  | progress 3 of 4 done
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge add_seat call_timeout cast_vote leave mark_away mark_back raise_hand remove_seat suggest_card vote_again; done ett.1 ett.2 ett.3
  + två (table)
  | room     4 tables, 13 seats
  | stage    step 3/7, round: vote 2, card 1/3, frozen 57 s of 60 s, paused by restart
  | team     Bord 2: två.1(reader) två.2(writer) två.3 chef.1, pass_around, remote, swap_left
  | progress 3 of 3 done
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge add_seat call_timeout cast_vote leave mark_away mark_back raise_hand remove_seat suggest_card vote_again; done två.1 två.2; listeners två.3
ett: open_next
  !! paused: Sessionen är pausad. Den fortsätter när spelledaren trycker Fortsätt.
petra: resume
  -> resumed
see ett två
  + ett (table)
  | room     4 tables, 13 seats
  | stage    step 3/7, round: vote 2, card 1/3, 67 s of 70 s
  | team     Bord 1: ett.1(reader) ett.2(writer) ett.3 ett.4 dag.1, pass_around, remote, swap_left
  | progress 3 of 4 done
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge add_seat call_timeout cast_vote close_vote leave mark_away mark_back open_next raise_hand remove_seat suggest_card vote_again; done ett.1 ett.2 ett.3
  + två (table)
  | room     4 tables, 13 seats
  | stage    step 3/7, round: vote 2, card 1/3, 57 s of 60 s
  | team     Bord 2: två.1(reader) två.2(writer) två.3 chef.1, pass_around, remote, swap_left
  | progress 3 of 3 done, closes in 2 s
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge add_seat call_timeout cast_vote close_vote leave mark_away mark_back open_next raise_hand remove_seat suggest_card vote_again; done två.1 två.2; listeners två.3
wait 2s
  -> vote_closed [Bord 2] round=2
  -> phase_opened [Bord 2] step=2 phase=compare total=60000
  -> compared [Bord 2] step=2 moment=120 counts=(votes=[0 3 0 0]) changed=1 paired=3
see ett två
  + ett (table)
  | room     4 tables, 13 seats
  | stage    step 3/7, round: vote 2, card 1/3, 65 s of 70 s
  | team     Bord 1: ett.1(reader) ett.2(writer) ett.3 ett.4 dag.1, pass_around, remote, swap_left
  | progress 3 of 4 done
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge add_seat call_timeout cast_vote close_vote leave mark_away mark_back open_next raise_hand remove_seat suggest_card vote_again; done ett.1 ett.2 ett.3
  + två (table)
  | room     4 tables, 13 seats
  | stage    step 3/7, round: compare 1, card 1/3, 60 s of 60 s
  | team     Bord 2: två.1(reader) två.2(writer) två.3 chef.1, pass_around, remote, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:1 b:2 c:0 d:0; after a:0 b:3 c:0 d:0; 1 of 3 changed
  | hall     0 of 4 tables done
  | you      may acknowledge add_seat call_timeout leave mark_away mark_back open_next raise_hand remove_seat suggest_card; listeners två.3

== seat away
ett: mark_away seat=4
  -> seat_away [Bord 1] seat=ett.4
  -> grace_set [Bord 1] ms=5000
wait 3s
ett: open_next
  -> vote_closed [Bord 1] round=2
  -> phase_opened [Bord 1] step=2 phase=compare total=60000
  -> compared [Bord 1] step=2 moment=125 counts=(votes=[0 3 0 0])
see ett
  + ett (table)
  | room     4 tables, 13 seats
  | stage    step 3/7, round: compare 1, card 1/3, 60 s of 60 s
  | team     Bord 1: ett.1(reader) ett.2(writer) ett.3 ett.4(away) dag.1, pass_around, remote, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:2 b:2 c:0 d:0; after a:0 b:3 c:0 d:0
  | hall     0 of 4 tables done
  | you      may acknowledge add_seat call_timeout leave mark_away mark_back open_next raise_hand remove_seat suggest_card
ett: open_next
  -> phase_opened [Bord 1] step=2 phase=perspective total=60000
ett: open_next
  -> phase_opened [Bord 1] step=2 phase=note total=60000
ett: write_note tag=improve text="Några av oss svarar surt i luren."
  -> note_written [Bord 1] note=n32 card=motet/sockorna tag=improve text=«Några av oss svarar surt i luren.»
see petra
  + petra (host)
  | room     4 tables, 13 seats
  | stage    step 1/7, frame: frame 1, -5 s of 180 s
  | hall     0 of 4 tables done
  | host     1 cards to deal; 3 of 7 steps begun; led by petra vera(helping)
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock pause release_text remove_station send_message set_clock set_pace show_result
  | tile     Bord 1: 4 of 5 present, note 1, 60 s left, «Gröna raggsockor»
  | tile     Bord 2: 4 of 4 present, compare 1, 57 s left, «Gröna raggsockor»
  | tile     Bord 3: 1 of 1 present, talk 1, -5 s left, «Snarkningen vid tidningarna», might sit at Bord 2
  | tile     Bord 4: 3 of 3 present, read 1, -5 s left, «Gröna raggsockor»

== time-out
# Out of a time-out the card may be changed at any step, beside the quota.
ett: open_next
  -> phase_opened [Bord 1] step=3 phase=draw
  -> cards_offered [Bord 1] cards=[motet/plogvallen]
ett: draw_card
  -> card_dealt [Bord 1] card=motet/plogvallen
  -> phase_opened [Bord 1] step=3 phase=read total=60000
ett: open_next
  -> phase_opened [Bord 1] step=3 phase=vote total=70000
ett: votes a b - -
  -> vote_cast [Bord 1] seat=ett.1 round=1
  -> vote_cast [Bord 1] seat=ett.2 round=1
dag: votes a
  -> vote_cast [Bord 1] seat=dag.1 round=1
ett: call_timeout
  -> timeout_called [Bord 1]
ett: end_timeout how=swap
  -> timeout_ended [Bord 1]
  -> card_swapped [Bord 1] card=motet/plogvallen counted=False
  -> phase_opened [Bord 1] step=3 phase=read total=60000
  -> card_dealt [Bord 1] card=motet/snarkningen
see ett
  + ett (table)
  | room     4 tables, 13 seats
  | stage    step 4/7, round: read 1, card 2/3, 60 s of 60 s
  | team     Bord 1: ett.1 ett.2(reader) ett.3(writer) ett.4(away) dag.1, pass_around, remote, swap_left
  | card     «Snarkningen vid tidningarna» (dilemma, heat 1); shows situation; may be voted a b c own
  | notes    1 improve «Några av oss svarar surt i luren.»
  | you      may acknowledge add_seat call_timeout leave mark_away mark_back open_next raise_hand remove_seat suggest_card swap_card

== cards up
# The late table has cards to hold up. Its vote is not secret, so nobody's two votes are ever paired.
ett: choose_way way=cards_up
  !! cards_up_alone: Kort upp behöver minst två platser vid samma skärm.
sena: choose_way way=cards_up
  -> way_chosen [Bord 4] way=cards_up
sena: open_next
  -> phase_opened [Bord 4] step=2 phase=vote total=50000
sena: tally_cards counts=a:1,c:1
  !! wrong_sum: Summan stämmer inte med antalet platser vid bordet. Räkna korten en gång till.
sena: tally_cards counts=a:1,c:2
  -> cards_tallied [Bord 4] round=1 counts=(votes=[1 0 2 0]) seats=[sena.1 sena.2 sena.3]
  -> grace_set [Bord 4] ms=5000
see sena
  + sena (table)
  | room     4 tables, 13 seats
  | stage    step 3/7, round: vote 1, card 1/3, 50 s of 50 s
  | team     Bord 4: sena.1(reader) sena.2(writer) sena.3, cards_up, swap_left
  | progress 3 of 3 done, closes in 5 s
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge add_seat call_timeout close_vote leave mark_away mark_back open_next raise_hand remove_seat suggest_card tally_cards vote_again; done sena.1 sena.2 sena.3
wait 5s
  -> vote_closed [Bord 4] round=1
  -> phase_opened [Bord 4] step=2 phase=reveal total=15000
sena: open_next
  -> phase_opened [Bord 4] step=2 phase=talk total=360000
  -> prompts_laid [Bord 4] prompts=[least:a more:c unchosen:b~ question#1 question#2 question#3 question#4 ours]
sena: open_next
  -> phase_opened [Bord 4] step=2 phase=vote round=2 total=50000
sena: tally_cards counts=c:3
  -> cards_tallied [Bord 4] round=2 counts=(votes=[0 0 3 0]) seats=[sena.1 sena.2 sena.3]
  -> grace_set [Bord 4] ms=5000
wait 5s
  -> vote_closed [Bord 4] round=2
  -> phase_opened [Bord 4] step=2 phase=compare total=60000
  -> compared [Bord 4] step=2 moment=155 counts=(votes=[0 0 3 0])
see sena
  + sena (table)
  | room     4 tables, 13 seats
  | stage    step 3/7, round: compare 1, card 1/3, 60 s of 60 s
  | team     Bord 4: sena.1(reader) sena.2(writer) sena.3, cards_up, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:1 b:0 c:2 d:0; after a:0 b:0 c:3 d:0
  | hall     0 of 4 tables done
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back open_next raise_hand remove_seat suggest_card

== host lost
lead_gone 59s
vera: take_lead
  !! lead_here: Den som leder är kvar. Du kan ta över när hen har varit borta i en minut.
lead_gone 1m
vera: take_lead
  -> lead_given station=vera
lead_gone 0s
petra: pause text="Vi samlas."
  -> paused text=«Vi samlas.»
host_gone 2m
två: open_next
  !! paused: Sessionen är pausad. Den fortsätter när spelledaren trycker Fortsätt.
två: continue_alone
  !! host_here: Spelledaren är kvar. Det går att fortsätta själva när spelledaren varit borta i tre minuter.
host_gone 3m
see två
  + två (table)
  | room     4 tables, 13 seats, host long_gone
  | stage    step 3/7, round: compare 1, card 1/3, frozen 47 s of 60 s, paused by host, «Vi samlas.»
  | team     Bord 2: två.1(reader) två.2(writer) två.3 chef.1, pass_around, remote, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:1 b:2 c:0 d:0; after a:0 b:3 c:0 d:0; 1 of 3 changed
  | hall     0 of 4 tables done
  | you      may acknowledge add_seat call_timeout continue_alone leave mark_away mark_back raise_hand remove_seat suggest_card; listeners två.3
två: continue_alone
  -> team_set_free [Bord 2] until=session
två: open_next
  -> phase_opened [Bord 2] step=2 phase=perspective total=60000
see två sena
  + två (table)
  | room     4 tables, 13 seats, host long_gone
  | stage    step 3/7, round: perspective 1, card 1/3, 60 s of 60 s
  | team     Bord 2: två.1(reader) två.2(writer) två.3 chef.1, pass_around, remote, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, questions, twist, perspective, prevent, refs, 4 options with what speaks for each; may be voted a b c d own
  | result   before a:1 b:2 c:0 d:0; after a:0 b:3 c:0 d:0; 1 of 3 changed
  | you      may acknowledge add_seat call_timeout leave mark_away mark_back open_next raise_hand remove_seat suggest_card; listeners två.3
  + sena (table)
  | room     4 tables, 13 seats, host long_gone
  | stage    step 3/7, round: compare 1, card 1/3, frozen 60 s of 60 s, paused by host, «Vi samlas.»
  | team     Bord 4: sena.1(reader) sena.2(writer) sena.3, cards_up, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:1 b:0 c:2 d:0; after a:0 b:0 c:3 d:0
  | hall     0 of 4 tables done
  | you      may acknowledge add_seat call_timeout choose_way continue_alone leave mark_away mark_back raise_hand remove_seat suggest_card
host_gone 0s
enter petra2 host
  -> station_entered station=petra2 who=host
petra2: gather_teams
  .. already so
see petra2
  + petra2 (host)
  | room     4 tables, 13 seats
  | stage    step 1/7, frame: frame 1, frozen 0 s of 180 s, paused by host, «Vi samlas.»
  | hall     0 of 4 tables done
  | host     1 cards to deal; 4 of 7 steps begun; led by petra vera petra2; chart «Gröna raggsockor» [4, 4, 2, 0] -> [0, 6, 3, 0], 0 of 0 changed, 9 seats at 3 tables
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock pause release_text remove_station resume send_message set_clock set_pace show_result
  | tile     Bord 1: 4 of 5 present, read 1, «Snarkningen vid tidningarna»
  | tile     Bord 2: 4 of 4 present, perspective 1, 60 s left, «Gröna raggsockor»
  | tile     Bord 3: 1 of 1 present, talk 1, «Snarkningen vid tidningarna», might sit at Bord 2
  | tile     Bord 4: 3 of 3 present, compare 1, «Gröna raggsockor»
petra2: resume
  -> resumed

== removing a station
petra: remove_station station=dag
  -> station_removed [Bord 1] station=dag barred=False
dag: acknowledge
  !! unknown_station: Den skärmen finns inte i rummet.
enter dag solo team=1
  -> station_entered [Bord 1] station=dag who=solo
  -> seat_taken [Bord 1] seat=dag.1 station=dag symbol=4
petra: remove_station station=eva bar=yes
  -> station_removed [Bord 3] station=eva barred=True
eva: acknowledge
  !! unknown_station: Den skärmen finns inte i rummet.
petra: lock on=yes
  -> locked on=True
enter ny solo team=4
  !! room_locked: Rummet är låst för nya skärmar. Be spelledaren låsa upp.
silence chef
  -> seat_away [Bord 2] seat=chef.1 silent=True
hear chef
  -> seat_back [Bord 2] seat=chef.1
petra: lock on=no
  -> locked on=False
enter ny solo team=4
  -> station_entered [Bord 4] station=ny who=solo
  -> seat_taken [Bord 4] seat=ny.1 station=ny symbol=3

== hurtful text
petra: skip_step team=1
  -> phase_opened [Bord 1] step=4 phase=draw
  -> cards_offered [Bord 1] cards=[motet/slapet-17-56]
petra: skip_step team=1
  -> phase_opened [Bord 1] step=5 phase=harvest total=480000
  -> harvest_opened [Bord 1] tries=1 strengthen=[] improve=[n32]
  -> harvest_chosen [Bord 1] improve=n32 drawn=False
see petra hall
  + petra (host)
  | room     3 tables, 13 seats
  | stage    step 1/7, frame: frame 1, 0 s of 180 s
  | hall     0 of 3 tables done
  | host     1 cards to deal; 6 of 7 steps begun; led by petra vera petra2; chart «Gröna raggsockor» [4, 4, 2, 0] -> [0, 6, 3, 0], 0 of 0 changed, 9 seats at 3 tables; improve «Några av oss svarar surt i luren.» (held)
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock pause release_text remove_station send_message set_clock set_pace show_result
  | tile     Bord 1: 4 of 5 present, harvest 1, 480 s left
  | tile     Bord 2: 4 of 4 present, perspective 1, 60 s left, «Gröna raggsockor»
  | tile     Bord 3: 0 of 0 present, talk 1, 0 s left, «Snarkningen vid tidningarna»
  | tile     Bord 4: 4 of 4 present, compare 1, 60 s left, «Gröna raggsockor»
  + hall (hall)
  | room     3 tables, 13 seats
  | stage    step 1/7, frame: frame 1, 0 s of 180 s
  | hall     0 of 3 tables done
  | you      may leave
petra: release_text text=1
  -> text_released text=n32 on=True
see hall
  + hall (hall)
  | room     3 tables, 13 seats
  | stage    step 1/7, frame: frame 1, 0 s of 180 s
  | hall     0 of 3 tables done; improve «Några av oss svarar surt i luren.»
  | you      may leave
petra: release_text text=1 on=no
  -> text_released text=n32 on=False
see hall ett
  + hall (hall)
  | room     3 tables, 13 seats
  | stage    step 1/7, frame: frame 1, 0 s of 180 s
  | hall     0 of 3 tables done
  | you      may leave
  + ett (table)
  | room     3 tables, 13 seats
  | stage    step 6/7, harvest: harvest 1, 480 s of 480 s
  | team     Bord 1: ett.1 ett.2(reader) ett.3(writer) ett.4(away) dag.1, pass_around, remote
  | notes    1 improve «Några av oss svarar surt i luren.»
  | harvest  strengthen -, improve 1, chosen to improve: 1, settled
  | hall     0 of 3 tables done
  | you      may acknowledge add_seat call_timeout leave mark_away mark_back open_next raise_hand remove_seat suggest_card write_note
petra: close_room
  -> room_closed
