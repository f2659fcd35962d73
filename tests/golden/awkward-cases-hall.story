# Everything awkward that three tables may meet at the hall's pace, in the order of a day. A heading for each
# case, as tests/awkward.py lists them; some cases come back when what they led to is seen.

open "Halvdag" managers=own cards=motet/sockorna,motet/plogvallen pile=motet/slapet-17-56,motet/snarkningen
  -> frame checkin practice round round round break round round round harvest pledge debrief
  -> managers own
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
enter anna solo team=2
  -> station_entered [Bord 2] station=anna who=solo
  -> seat_taken [Bord 2] seat=anna.1 station=anna symbol=3

== manager at the table
# Managers have a table of their own here, and it is a table like the others.
enter chefer table seats=4 team=3
  -> team_opened [Bord 3] number=3
  -> station_entered [Bord 3] station=chefer who=table
  -> seat_taken [Bord 3] seat=chefer.1 station=chefer symbol=0
  -> seat_taken [Bord 3] seat=chefer.2 station=chefer symbol=1
  -> seat_taken [Bord 3] seat=chefer.3 station=chefer symbol=2
  -> seat_taken [Bord 3] seat=chefer.4 station=chefer symbol=3
see petra
  + petra (host)
  | room     3 tables, 12 seats
  | stage    step 0/13, -: lobby 1
  | hall     0 of 3 tables done
  | host     2 cards to deal; 0 of 13 steps begun; led by petra vera(helping)
  | you      may arrange_steps close_room gather_teams group_texts hand_over leave lock open_next pause release_text remove_station send_message set_clock set_pace show_result
  | tile     Bord 1: 4 of 4 present, lobby 1
  | tile     Bord 2: 4 of 4 present, lobby 1
  | tile     Bord 3: 4 of 4 present, lobby 1

== more than 8 seats
enter buss table seats=5 team=1
  !! team_full: Bordet är fullt: åtta platser är det mesta ett samtal klarar. Välj ett annat bord. Bord 4 är ledigt, om ni vill dela er.
två: add_seat
  -> seat_taken [Bord 2] seat=två.4 station=två symbol=4
två: add_seat
  -> seat_taken [Bord 2] seat=två.5 station=två symbol=5
två: add_seat
  -> seat_taken [Bord 2] seat=två.6 station=två symbol=6
två: add_seat
  -> seat_taken [Bord 2] seat=två.7 station=två symbol=7
två: add_seat
  !! team_full: Bordet är fullt: åtta platser är det mesta ett samtal klarar. Välj ett annat bord.
två: remove_seat seat=7
  -> seat_left [Bord 2] seat=s27
två: remove_seat seat=6
  -> seat_left [Bord 2] seat=s26
två: remove_seat seat=5
  -> seat_left [Bord 2] seat=s25
två: remove_seat seat=4
  -> seat_left [Bord 2] seat=s24

== fewer than 2 seats
enter bo solo team=5
  -> team_opened [Bord 5] number=5
  -> station_entered [Bord 5] station=bo who=solo
  -> seat_taken [Bord 5] seat=bo.1 station=bo symbol=0
see petra
  + petra (host)
  | room     4 tables, 13 seats
  | stage    step 0/13, -: lobby 1
  | hall     0 of 4 tables done
  | host     2 cards to deal; 0 of 13 steps begun; led by petra vera(helping)
  | you      may arrange_steps close_room gather_teams group_texts hand_over leave lock open_next pause release_text remove_station send_message set_clock set_pace show_result
  | tile     Bord 1: 4 of 4 present, lobby 1
  | tile     Bord 2: 4 of 4 present, lobby 1
  | tile     Bord 3: 4 of 4 present, lobby 1
  | tile     Bord 5: 1 of 1 present, lobby 1, might sit at Bord 3
bo: leave
  -> station_removed [Bord 5] station=bo barred=False
enter bo solo team=3
  -> station_entered [Bord 3] station=bo who=solo
  -> seat_taken [Bord 3] seat=bo.1 station=bo symbol=4
see petra
  + petra (host)
  | room     3 tables, 13 seats
  | stage    step 0/13, -: lobby 1
  | hall     0 of 3 tables done
  | host     2 cards to deal; 0 of 13 steps begun; led by petra vera(helping)
  | you      may arrange_steps close_room gather_teams group_texts hand_over leave lock open_next pause release_text remove_station send_message set_clock set_pace show_result
  | tile     Bord 1: 4 of 4 present, lobby 1
  | tile     Bord 2: 4 of 4 present, lobby 1
  | tile     Bord 3: 5 of 5 present, lobby 1
  | tile     Bord 5: 0 of 0 present, lobby 1

== two hosts press next
petra: open_next
  -> phase_opened step=0 phase=frame total=180000
vera: again
  .. already so
see vera
  + vera (host)
  | room     3 tables, 13 seats
  | stage    step 1/13, frame: frame 1, 180 s of 180 s
  | hall     0 of 3 tables done
  | host     2 cards to deal; 1 of 13 steps begun; led by petra vera(helping)
  | you      may arrange_steps extend gather_teams group_texts leave lock open_next pause release_text remove_station send_message set_clock set_pace show_result skip_step
  | tile     Bord 1: 4 of 4 present, frame 1, 180 s left
  | tile     Bord 2: 4 of 4 present, frame 1, 180 s left
  | tile     Bord 3: 5 of 5 present, frame 1, 180 s left
  | tile     Bord 5: 0 of 0 present, frame 1, 180 s left
petra: extend minutes=2
  -> time_extended ms=120000 by=petra
vera: again
  .. already so
see vera
  + vera (host)
  | room     3 tables, 13 seats
  | stage    step 1/13, frame: frame 1, 300 s of 300 s
  | hall     0 of 3 tables done
  | host     2 cards to deal; 1 of 13 steps begun; led by petra vera(helping)
  | you      may arrange_steps extend gather_teams group_texts leave lock open_next pause release_text remove_station send_message set_clock set_pace show_result skip_step
  | tile     Bord 1: 4 of 4 present, frame 1, 300 s left
  | tile     Bord 2: 4 of 4 present, frame 1, 300 s left
  | tile     Bord 3: 5 of 5 present, frame 1, 300 s left
  | tile     Bord 5: 0 of 0 present, frame 1, 300 s left
petra: skip_step
  -> phase_opened step=1 phase=checkin total=60000
vera: again
  .. already so
petra: skip_step
  -> phase_opened step=2 phase=practice
  -> card_dealt card=motet/snarkningen practice=True
petra: skip_step
  -> phase_opened step=3 phase=draw
petra: deal_card
  -> card_dealt card=motet/sockorna
  -> phase_opened step=3 phase=read total=60000
petra: open_next
  -> phase_opened step=3 phase=vote total=70000

== a misunderstanding
ett: votes a b - -
  -> vote_cast [Bord 1] seat=ett.1 round=1
  -> vote_cast [Bord 1] seat=ett.2 round=1
två: votes a b -
  -> vote_cast [Bord 2] seat=två.1 round=1
  -> vote_cast [Bord 2] seat=två.2 round=1
anna: votes c
  -> vote_cast [Bord 2] seat=anna.1 round=1
see anna
  + anna (solo)
  | room     3 tables, 13 seats
  | stage    step 4/13, round: vote 1, card 1/6, 70 s of 70 s
  | team     Bord 2: två.1 två.2(reader) två.3(writer) anna.1, pass_around, remote, swap_left
  | progress 3 of 4 done
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge call_timeout cast_vote leave mark_away mark_back raise_hand suggest_card; done anna.1; own anna.1 {'choice': 'c'}
anna: vote_again
  !! reader_only: Det gör kortläsaren vid det här bordet. Kortläsarens symbol syns på skärmen.
två: vote_again
  -> vote_cleared [Bord 2] round=1
see petra anna
  + petra (host)
  | room     3 tables, 13 seats
  | stage    step 4/13, round: vote 1, card 1/6, 70 s of 70 s
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | hall     0 of 3 tables done; silent
  | host     1 cards to deal; has the notes to the card; 4 of 13 steps begun; led by petra vera(helping)
  | you      may arrange_steps close_room close_vote extend gather_teams group_texts hand_over leave lock open_next pause release_text remove_station send_message set_clock set_pace show_result skip_step vote_again
  | tile     Bord 1: 4 of 4 present, vote 1, 2 of 4 done, 70 s left, «Gröna raggsockor»
  | tile     Bord 2: 4 of 4 present, vote 1, 0 of 4 done, 70 s left, «Gröna raggsockor»
  | tile     Bord 3: 5 of 5 present, vote 1, 0 of 5 done, 70 s left, «Gröna raggsockor»
  | tile     Bord 5: 0 of 0 present, vote 1, 70 s left, «Gröna raggsockor»
  + anna (solo)
  | room     3 tables, 13 seats
  | stage    step 4/13, round: vote 1, card 1/6, 70 s of 70 s
  | team     Bord 2: två.1 två.2(reader) två.3(writer) anna.1, pass_around, remote, swap_left
  | progress 0 of 4 done
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge call_timeout cast_vote leave mark_away mark_back raise_hand suggest_card
petra: vote_again team=1
  -> vote_cleared [Bord 1] round=1
ett: votes a a b b
  -> vote_cast [Bord 1] seat=ett.1 round=1
  -> vote_cast [Bord 1] seat=ett.2 round=1
  -> vote_cast [Bord 1] seat=ett.3 round=1
  -> vote_cast [Bord 1] seat=ett.4 round=1
  -> grace_set [Bord 1] ms=5000
två: votes b b
  -> vote_cast [Bord 2] seat=två.1 round=1
  -> vote_cast [Bord 2] seat=två.2 round=1
anna: votes a
  -> vote_cast [Bord 2] seat=anna.1 round=1

== seat away
chefer: mark_away seat=4
  -> seat_away [Bord 3] seat=chefer.4
chefer: votes a b b -
  -> vote_cast [Bord 3] seat=chefer.1 round=1
  -> vote_cast [Bord 3] seat=chefer.2 round=1
  -> vote_cast [Bord 3] seat=chefer.3 round=1
bo: votes b
  -> vote_cast [Bord 3] seat=bo.1 round=1
  -> grace_set [Bord 3] ms=5000
två: mark_away seat=3
  -> seat_away [Bord 2] seat=två.3
  -> grace_set [Bord 2] ms=5000
see petra
  + petra (host)
  | room     3 tables, 13 seats
  | stage    step 4/13, round: vote 1, card 1/6, 70 s of 70 s
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | hall     3 of 3 tables done; silent
  | host     1 cards to deal; has the notes to the card; 4 of 13 steps begun; led by petra vera(helping)
  | you      may arrange_steps close_room close_vote extend gather_teams group_texts hand_over leave lock open_next pause release_text remove_station send_message set_clock set_pace show_result skip_step vote_again
  | tile     Bord 1: 4 of 4 present, vote 1, 4 of 4 done, 70 s left, «Gröna raggsockor»
  | tile     Bord 2: 3 of 4 present, vote 1, 3 of 3 done, 70 s left, «Gröna raggsockor»
  | tile     Bord 3: 4 of 5 present, vote 1, 4 of 4 done, 70 s left, «Gröna raggsockor»
  | tile     Bord 5: 0 of 0 present, vote 1, 70 s left, «Gröna raggsockor»
två: mark_away seat=1
  -> seat_away [Bord 2] seat=två.1
see petra två
  + petra (host)
  | room     3 tables, 13 seats
  | stage    step 4/13, round: vote 1, card 1/6, 70 s of 70 s
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | hall     3 of 3 tables done; silent
  | host     1 cards to deal; has the notes to the card; 4 of 13 steps begun; led by petra vera(helping)
  | you      may arrange_steps close_room close_vote extend gather_teams group_texts hand_over leave lock open_next pause release_text remove_station send_message set_clock set_pace show_result skip_step vote_again
  | tile     Bord 1: 4 of 4 present, vote 1, 4 of 4 done, 70 s left, «Gröna raggsockor»
  | tile     Bord 2: 2 of 4 present, vote 1, 2 of 2 done, 70 s left, «Gröna raggsockor»
  | tile     Bord 3: 4 of 5 present, vote 1, 4 of 4 done, 70 s left, «Gröna raggsockor»
  | tile     Bord 5: 0 of 0 present, vote 1, 70 s left, «Gröna raggsockor»
  + två (table)
  | room     3 tables, 13 seats
  | stage    step 4/13, round: vote 1, card 1/6, 70 s of 70 s
  | team     Bord 2: två.1(away) två.2(reader) två.3(away) anna.1(writer), pass_around, remote, swap_left
  | progress 2 of 2 done, closes in 5 s
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge add_seat call_timeout cast_vote close_vote leave mark_away mark_back raise_hand remove_seat suggest_card vote_again; done två.2

== seat returns
två: mark_back seat=1
  -> seat_back [Bord 2] seat=två.1
två: mark_back seat=3
  -> seat_back [Bord 2] seat=två.3
  -> grace_set [Bord 2]
två: votes - - c
  -> vote_cast [Bord 2] seat=två.3 round=1
  -> grace_set [Bord 2] ms=5000
see två
  + två (table)
  | room     3 tables, 13 seats
  | stage    step 4/13, round: vote 1, card 1/6, 70 s of 70 s
  | team     Bord 2: två.1 två.2(reader) två.3(writer) anna.1, pass_around, remote, swap_left
  | progress 4 of 4 done, closes in 5 s
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge add_seat call_timeout cast_vote close_vote leave mark_away mark_back raise_hand remove_seat suggest_card vote_again; done två.1 två.2 två.3

== station lost
wait 2s
see anna
  + anna (solo)
  | room     3 tables, 13 seats
  | stage    step 4/13, round: vote 1, card 1/6, 68 s of 70 s
  | team     Bord 2: två.1 två.2(reader) två.3(writer) anna.1, pass_around, remote, swap_left
  | progress 4 of 4 done, closes in 3 s
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge call_timeout cast_vote leave mark_away mark_back raise_hand suggest_card; done anna.1; own anna.1 {'choice': 'a'}
lost anna
see petra
  + petra (host)
  | room     3 tables, 13 seats
  | stage    step 4/13, round: vote 1, card 1/6, 68 s of 70 s
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | hall     3 of 3 tables done; silent
  | host     1 cards to deal; has the notes to the card; 4 of 13 steps begun; led by petra vera(helping)
  | you      may arrange_steps close_room close_vote extend gather_teams group_texts hand_over leave lock open_next pause release_text remove_station send_message set_clock set_pace show_result skip_step vote_again
  | tile     Bord 1: 4 of 4 present, vote 1, 4 of 4 done, 68 s left, «Gröna raggsockor»
  | tile     Bord 2: 4 of 4 present, vote 1, 4 of 4 done, 68 s left, lost anna, «Gröna raggsockor»
  | tile     Bord 3: 4 of 5 present, vote 1, 4 of 4 done, 68 s left, «Gröna raggsockor»
  | tile     Bord 5: 0 of 0 present, vote 1, 68 s left, «Gröna raggsockor»
wait 1s
silence anna
  -> seat_away [Bord 2] seat=anna.1 silent=True
see petra
  + petra (host)
  | room     3 tables, 13 seats
  | stage    step 4/13, round: vote 1, card 1/6, 67 s of 70 s
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | hall     3 of 3 tables done; silent
  | host     1 cards to deal; has the notes to the card; 4 of 13 steps begun; led by petra vera(helping)
  | you      may arrange_steps close_room close_vote extend gather_teams group_texts hand_over leave lock open_next pause release_text remove_station send_message set_clock set_pace show_result skip_step vote_again
  | tile     Bord 1: 4 of 4 present, vote 1, 4 of 4 done, 67 s left, «Gröna raggsockor»
  | tile     Bord 2: 3 of 4 present, vote 1, 3 of 3 done, 67 s left, lost anna, «Gröna raggsockor»
  | tile     Bord 3: 4 of 5 present, vote 1, 4 of 4 done, 67 s left, «Gröna raggsockor»
  | tile     Bord 5: 0 of 0 present, vote 1, 67 s left, «Gröna raggsockor»
found anna
hear anna
  -> seat_back [Bord 2] seat=anna.1
see anna
  + anna (solo)
  | room     3 tables, 13 seats
  | stage    step 4/13, round: vote 1, card 1/6, 67 s of 70 s
  | team     Bord 2: två.1 två.2(reader) två.3(writer) anna.1, pass_around, remote, swap_left
  | progress 4 of 4 done, closes in 2 s
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge call_timeout cast_vote leave mark_away mark_back raise_hand suggest_card; done anna.1; own anna.1 {'choice': 'a'}
wait 2s
  -> vote_closed [Bord 1] round=1
  -> vote_closed [Bord 2] round=1
  -> vote_closed [Bord 3] round=1
petra: vote_again team=1
  !! vote_closed: Omröstningen är stängd. En stängd omröstning öppnas aldrig igen.

== options tie
petra: open_next
  -> vote_closed [Bord 5] round=1
  -> phase_opened step=3 phase=reveal total=15000
  -> revealed [Bord 1] counts=(votes=[2 2 0 0])
  -> revealed [Bord 2] counts=(votes=[1 2 1 0])
  -> revealed [Bord 3] counts=(votes=[1 3 0 0])
see ett
  + ett (table)
  | room     3 tables, 13 seats
  | stage    step 4/13, round: reveal 1, card 1/6, 15 s of 15 s
  | team     Bord 1: ett.1 ett.2(reader) ett.3(writer) ett.4, pass_around, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:2 b:2 c:0 d:0
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back raise_hand remove_seat suggest_card
petra: open_next
  -> phase_opened step=3 phase=talk total=360000
  -> prompts_laid [Bord 1] prompts=[least:b~ more:a~ unchosen:c~ question#1 question#2 question#3 question#4 ours]
  -> prompts_laid [Bord 2] prompts=[least:c~ more:a~ more:b unchosen:d question#1 question#2 question#3 question#4 ours]
  -> prompts_laid [Bord 3] prompts=[least:a more:b unchosen:d~ question#1 question#2 question#3 question#4 ours]
  -> prompts_laid [Bord 5] prompts=[question#1 question#2 question#3 question#4 ours]
see ett
  + ett (table)
  | room     3 tables, 13 seats
  | stage    step 4/13, round: talk 1, card 1/6, 360 s of 360 s
  | team     Bord 1: ett.1 ett.2(reader) ett.3(writer) ett.4, pass_around, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, questions, 4 options; may be voted a b c d own
  | result   before a:2 b:2 c:0 d:0
  | talk     [least b (drawn)], more a (drawn), unchosen c (drawn), question 1, question 2, question 3, question 4, ours
  | you      may acknowledge add_seat ask_time call_timeout choose_way leave mark_away mark_back open_twist raise_hand remove_seat show_prompt suggest_card
chefer: mark_back seat=4
  -> seat_back [Bord 3] seat=chefer.4

== late person
enter dag solo team=1
  -> station_entered [Bord 1] station=dag who=solo
  -> seat_taken [Bord 1] seat=dag.1 station=dag symbol=4
see dag
  + dag (solo)
  | room     3 tables, 14 seats
  | stage    step 4/13, round: talk 1, card 1/6, 360 s of 360 s
  | team     Bord 1: ett.1 ett.2(reader) ett.3(writer) ett.4 dag.1, pass_around, remote, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, questions, 4 options; may be voted a b c d own
  | result   before a:2 b:2 c:0 d:0
  | talk     [least b (drawn)], more a (drawn), unchosen c (drawn), question 1, question 2, question 3, question 4, ours
  | you      may acknowledge ask_time call_timeout leave mark_away mark_back raise_hand suggest_card; listeners dag.1

== late table
enter sena table seats=3 team=4
  -> team_opened [Bord 4] number=4
  -> prompts_laid [Bord 4] prompts=[question#1 question#2 question#3 question#4 ours]
  -> station_entered [Bord 4] station=sena who=table
  -> seat_taken [Bord 4] seat=sena.1 station=sena symbol=0
  -> seat_taken [Bord 4] seat=sena.2 station=sena symbol=1
  -> seat_taken [Bord 4] seat=sena.3 station=sena symbol=2
see sena
  + sena (table)
  | room     4 tables, 17 seats
  | stage    step 4/13, round: talk 1, card 1/6, 360 s of 360 s
  | team     Bord 4: sena.1(reader) sena.2(writer) sena.3, pass_around, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, questions, 4 options; may be voted a b c d own
  | result   before -
  | talk     [question 1], question 2, question 3, question 4, ours
  | you      may acknowledge add_seat ask_time call_timeout choose_way leave mark_away mark_back open_twist raise_hand remove_seat show_prompt suggest_card; listeners sena.1 sena.2 sena.3

== time-out
wait 30s
anna: call_timeout
  -> timeout_called [Bord 2]
see två anna petra
  + två (table)
  | room     4 tables, 17 seats
  | stage    step 4/13, round: talk 1, card 1/6, frozen 330 s of 360 s, paused by timeout
  | team     Bord 2: två.1 två.2(reader) två.3(writer) anna.1, pass_around, remote, timeout, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, questions, 4 options; may be voted a b c d own
  | result   before a:1 b:2 c:1 d:0
  | talk     [least c (drawn)], more a (drawn), more b, unchosen d, question 1, question 2, question 3, question 4, ours
  | you      may acknowledge add_seat end_timeout leave mark_away mark_back raise_hand remove_seat
  + anna (solo)
  | room     4 tables, 17 seats
  | stage    step 4/13, round: talk 1, card 1/6, frozen 330 s of 360 s, paused by timeout
  | team     Bord 2: två.1 två.2(reader) två.3(writer) anna.1, pass_around, remote, timeout, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, questions, 4 options; may be voted a b c d own
  | result   before a:1 b:2 c:1 d:0
  | talk     [least c (drawn)], more a (drawn), more b, unchosen d, question 1, question 2, question 3, question 4, ours
  | you      may acknowledge end_timeout leave mark_away mark_back raise_hand
  + petra (host)
  | room     4 tables, 17 seats
  | stage    step 4/13, round: talk 1, card 1/6, 330 s of 360 s
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, questions, 4 options; may be voted a b c d own
  | hall     0 of 4 tables done; silent
  | host     1 cards to deal; has the notes to the card; 4 of 13 steps begun; led by petra vera(helping)
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock open_next open_twist pause release_text remove_station send_message set_clock set_pace show_result skip_step
  | tile     Bord 1: 5 of 5 present, talk 1, 330 s left, «Gröna raggsockor»
  | tile     Bord 2: 4 of 4 present, talk 1, timeout, «Gröna raggsockor»
  | tile     Bord 3: 5 of 5 present, talk 1, 330 s left, «Gröna raggsockor»
  | tile     Bord 5: 0 of 0 present, talk 1, 330 s left, «Gröna raggsockor»
  | tile     Bord 4: 3 of 3 present, talk 1, 330 s left, «Gröna raggsockor»
två: open_twist
  !! timeout_open: Bordet har tagit time-out. Välj hur ni vill gå vidare först.
anna: end_timeout how=call
  -> help_called [Bord 2]
wait 60s
see petra
  + petra (host)
  | room     4 tables, 17 seats
  | stage    step 4/13, round: talk 1, card 1/6, 270 s of 360 s
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, questions, 4 options; may be voted a b c d own
  | hall     0 of 4 tables done; silent
  | host     1 cards to deal; has the notes to the card; 1 call for help; 4 of 13 steps begun; led by petra vera(helping)
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock open_next open_twist pause release_text remove_station send_message set_clock set_pace show_result skip_step
  | tile     Bord 1: 5 of 5 present, talk 1, 270 s left, «Gröna raggsockor»
  | tile     Bord 2: 4 of 4 present, talk 1, timeout, hand up for 60 s, «Gröna raggsockor»
  | tile     Bord 3: 5 of 5 present, talk 1, 270 s left, «Gröna raggsockor»
  | tile     Bord 5: 0 of 0 present, talk 1, 270 s left, «Gröna raggsockor»
  | tile     Bord 4: 3 of 3 present, talk 1, 270 s left, «Gröna raggsockor»
två: end_timeout how=continue
  -> timeout_ended [Bord 2]
see två petra
  + två (table)
  | room     4 tables, 17 seats
  | stage    step 4/13, round: talk 1, card 1/6, 330 s of 360 s
  | team     Bord 2: två.1 två.2(reader) två.3(writer) anna.1, pass_around, remote, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, questions, 4 options; may be voted a b c d own
  | result   before a:1 b:2 c:1 d:0
  | talk     [least c (drawn)], more a (drawn), more b, unchosen d, question 1, question 2, question 3, question 4, ours
  | you      may acknowledge add_seat ask_time call_timeout leave mark_away mark_back open_twist raise_hand remove_seat show_prompt suggest_card
  + petra (host)
  | room     4 tables, 17 seats
  | stage    step 4/13, round: talk 1, card 1/6, 270 s of 360 s
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, questions, 4 options; may be voted a b c d own
  | hall     0 of 4 tables done; silent
  | host     1 cards to deal; has the notes to the card; 4 of 13 steps begun; led by petra vera(helping)
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock open_next open_twist pause release_text remove_station send_message set_clock set_pace show_result skip_step
  | tile     Bord 1: 5 of 5 present, talk 1, 270 s left, «Gröna raggsockor»
  | tile     Bord 2: 4 of 4 present, talk 1, 330 s left, «Gröna raggsockor»
  | tile     Bord 3: 5 of 5 present, talk 1, 270 s left, «Gröna raggsockor»
  | tile     Bord 5: 0 of 0 present, talk 1, 270 s left, «Gröna raggsockor»
  | tile     Bord 4: 3 of 3 present, talk 1, 270 s left, «Gröna raggsockor»

== seat away
två: mark_away seat=3
  -> seat_away [Bord 2] seat=två.3
petra: open_next
  -> phase_opened step=3 phase=vote round=2 total=70000

== seat returns
chefer: cast_vote seat=4 choice=a
  !! listener: Den här platsen lyssnar på det här kortet, eftersom den inte var med i första omröstningen. Prata gärna med – på nästa kort röstar ni alla.
chefer: votes b b b
  -> vote_cast [Bord 3] seat=chefer.1 round=2
  -> vote_cast [Bord 3] seat=chefer.2 round=2
  -> vote_cast [Bord 3] seat=chefer.3 round=2
bo: votes b
  -> vote_cast [Bord 3] seat=bo.1 round=2
  -> grace_set [Bord 3] ms=5000

== late person
dag: cast_vote seat=1 choice=a
  !! listener: Den här platsen lyssnar på det här kortet, eftersom den inte var med i första omröstningen. Prata gärna med – på nästa kort röstar ni alla.
ett: votes b b b b
  -> vote_cast [Bord 1] seat=ett.1 round=2
  -> vote_cast [Bord 1] seat=ett.2 round=2
  -> vote_cast [Bord 1] seat=ett.3 round=2
  -> vote_cast [Bord 1] seat=ett.4 round=2
  -> grace_set [Bord 1] ms=5000

== late table
sena: cast_vote seat=1 choice=a
  !! listener: Den här platsen lyssnar på det här kortet, eftersom den inte var med i första omröstningen. Prata gärna med – på nästa kort röstar ni alla.
see sena petra
  + sena (table)
  | room     4 tables, 17 seats
  | stage    step 4/13, round: vote 2, card 1/6, 70 s of 70 s
  | team     Bord 4: sena.1(reader) sena.2(writer) sena.3, pass_around, swap_left
  | progress 0 of 0 done, closed
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge add_seat call_timeout leave mark_away mark_back raise_hand remove_seat suggest_card; listeners sena.1 sena.2 sena.3
  + petra (host)
  | room     4 tables, 17 seats
  | stage    step 4/13, round: vote 2, card 1/6, 70 s of 70 s
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | hall     3 of 4 tables done; silent
  | host     1 cards to deal; has the notes to the card; 4 of 13 steps begun; led by petra vera(helping)
  | you      may arrange_steps close_room close_vote extend gather_teams group_texts hand_over leave lock open_next pause release_text remove_station send_message set_clock set_pace show_result skip_step vote_again
  | tile     Bord 1: 5 of 5 present, vote 2, 4 of 4 done, 70 s left, «Gröna raggsockor»
  | tile     Bord 2: 3 of 4 present, vote 2, 0 of 3 done, 70 s left, «Gröna raggsockor»
  | tile     Bord 3: 5 of 5 present, vote 2, 4 of 4 done, 70 s left, «Gröna raggsockor»
  | tile     Bord 5: 0 of 0 present, vote 2, 70 s left, «Gröna raggsockor»
  | tile     Bord 4: 3 of 3 present, vote 2, 70 s left, closed, «Gröna raggsockor»
två: votes b a
  -> vote_cast [Bord 2] seat=två.1 round=2
  -> vote_cast [Bord 2] seat=två.2 round=2
anna: votes a
  -> vote_cast [Bord 2] seat=anna.1 round=2
  -> grace_set [Bord 2] ms=5000
wait 5s
  -> vote_closed [Bord 1] round=2
  -> vote_closed [Bord 2] round=2
  -> vote_closed [Bord 3] round=2
petra: open_next
  -> vote_closed [Bord 5] round=2
  -> phase_opened step=3 phase=compare total=60000
  -> compared [Bord 1] step=3 moment=121 counts=(votes=[0 4 0 0]) changed=2 paired=4
  -> compared [Bord 2] step=3 moment=121 counts=(votes=[2 1 0 0])
  -> compared [Bord 3] step=3 moment=121 counts=(votes=[0 4 0 0]) changed=1 paired=4
see ett två chefer
  + ett (table)
  | room     4 tables, 17 seats
  | stage    step 4/13, round: compare 1, card 1/6, 60 s of 60 s
  | team     Bord 1: ett.1 ett.2(reader) ett.3(writer) ett.4 dag.1, pass_around, remote, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:2 b:2 c:0 d:0; after a:0 b:4 c:0 d:0; 2 of 4 changed
  | hall     0 of 4 tables done; silent
  | you      may acknowledge add_seat call_timeout leave mark_away mark_back raise_hand remove_seat suggest_card
  + två (table)
  | room     4 tables, 17 seats
  | stage    step 4/13, round: compare 1, card 1/6, 60 s of 60 s
  | team     Bord 2: två.1 två.2(reader) två.3(away) anna.1(writer), pass_around, remote, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:1 b:2 c:1 d:0; after a:2 b:1 c:0 d:0
  | hall     0 of 4 tables done; silent
  | you      may acknowledge add_seat call_timeout leave mark_away mark_back raise_hand remove_seat suggest_card
  + chefer (table)
  | room     4 tables, 17 seats
  | stage    step 4/13, round: compare 1, card 1/6, 60 s of 60 s
  | team     Bord 3: chefer.1 chefer.2(reader) chefer.3(writer) chefer.4 bo.1, pass_around, remote, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:1 b:3 c:0 d:0; after a:0 b:4 c:0 d:0; 1 of 4 changed
  | hall     0 of 4 tables done; silent
  | you      may acknowledge add_seat call_timeout leave mark_away mark_back raise_hand remove_seat suggest_card; listeners chefer.4
petra: open_next
  -> phase_opened step=3 phase=perspective total=60000
petra: open_next
  -> phase_opened step=3 phase=note total=60000
ett: write_note tag=improve text="Några av oss svarar surt i luren."
  -> note_written [Bord 1] note=n40 card=motet/sockorna tag=improve text=«Några av oss svarar surt i luren.»
chefer: write_note tag=strengthen text="Vi är ute i receptionen varje vecka."
  -> note_written [Bord 3] note=n41 card=motet/sockorna tag=strengthen text=«Vi är ute i receptionen varje vecka.»

== late table
petra: open_next
  -> phase_opened step=4 phase=draw
petra: deal_card
  -> card_dealt card=motet/plogvallen
  -> phase_opened step=4 phase=read total=60000
see sena
  + sena (table)
  | room     4 tables, 17 seats
  | stage    step 5/13, round: read 1, card 2/6, 60 s of 60 s
  | team     Bord 4: sena.1 sena.2(reader) sena.3(writer), pass_around, swap_left
  | card     «Plogvallen» (dilemma, heat 1); shows situation; may be voted a b c d own
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back raise_hand remove_seat suggest_card swap_card

== cards up
# The late table has cards to hold up. Its vote is not secret, so nobody's two votes are ever paired.
bo: choose_way way=cards_up
  !! cards_up_alone: Kort upp behöver minst två platser vid samma skärm.
sena: choose_way way=cards_up
  -> way_chosen [Bord 4] way=cards_up

== time-out
# A card that comes too close: byt kort while it is read, and out of the time-out also in the vote.
chefer: swap_card
  -> card_swapped [Bord 3] card=motet/plogvallen
  -> phase_opened [Bord 3] step=4 phase=read total=60000
  -> card_dealt [Bord 3] card=motet/slapet-17-56
see chefer
  + chefer (table)
  | room     4 tables, 17 seats
  | stage    step 5/13, round: read 1, card 2/6, 60 s of 60 s
  | team     Bord 3: chefer.1 chefer.2 chefer.3(reader) chefer.4(writer) bo.1, pass_around, remote
  | card     «Släpet som kom 17.56» (dilemma, heat 1); shows situation; may be voted a b c d own
  | notes    1 strengthen «Vi är ute i receptionen varje vecka.»
  | you      may acknowledge add_seat call_timeout leave mark_away mark_back raise_hand remove_seat suggest_card
chefer: swap_card
  !! already_swapped: Bordet har redan bytt ett kort i det här blocket. Ta en time-out om kortet inte går att prata om.
petra: open_next
  -> phase_opened step=4 phase=vote total=70000
ett: votes a b - -
  -> vote_cast [Bord 1] seat=ett.1 round=1
  -> vote_cast [Bord 1] seat=ett.2 round=1
ett: call_timeout
  -> timeout_called [Bord 1]
ett: end_timeout how=swap
  -> timeout_ended [Bord 1]
  -> card_swapped [Bord 1] card=motet/plogvallen counted=False
  -> team_set_free [Bord 1] until=step
  -> phase_opened [Bord 1] step=4 phase=read total=60000
  -> card_dealt [Bord 1] card=motet/slapet-17-56
see ett petra
  + ett (table)
  | room     4 tables, 17 seats
  | stage    step 5/13, round: read 1, card 2/6, 60 s of 60 s, alone
  | team     Bord 1: ett.1 ett.2 ett.3(reader) ett.4(writer) dag.1, pass_around, remote, swap_left
  | card     «Släpet som kom 17.56» (dilemma, heat 1); shows situation; may be voted a b c d own
  | notes    1 improve «Några av oss svarar surt i luren.»
  | you      may acknowledge add_seat call_timeout leave mark_away mark_back open_next raise_hand remove_seat suggest_card
  + petra (host)
  | room     4 tables, 17 seats
  | stage    step 5/13, round: vote 1, card 2/6, 70 s of 70 s
  | card     «Plogvallen» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | hall     0 of 4 tables done; silent
  | host     1 cards to deal; has the notes to the card; 5 of 13 steps begun; led by petra vera(helping); chart «Gröna raggsockor» [4, 7, 1, 0] -> [2, 9, 0, 0], 0 of 0 changed, 11 seats at 3 tables
  | you      may arrange_steps close_room close_vote extend gather_teams group_texts hand_over leave lock open_next pause release_text remove_station send_message set_clock set_pace show_result skip_step vote_again
  | tile     Bord 1: 5 of 5 present, read 1, 60 s left, alone, «Släpet som kom 17.56»
  | tile     Bord 2: 3 of 4 present, vote 1, 0 of 3 done, 70 s left, «Plogvallen»
  | tile     Bord 3: 5 of 5 present, vote 1, 0 of 5 done, 70 s left, «Släpet som kom 17.56»
  | tile     Bord 5: 0 of 0 present, vote 1, 70 s left, «Plogvallen»
  | tile     Bord 4: 3 of 3 present, vote 1, 0 of 3 done, 70 s left, «Plogvallen»
ett: open_next
  -> phase_opened [Bord 1] step=4 phase=vote total=70000
ett: votes a a b b
  -> vote_cast [Bord 1] seat=ett.1 round=1
  -> vote_cast [Bord 1] seat=ett.2 round=1
  -> vote_cast [Bord 1] seat=ett.3 round=1
  -> vote_cast [Bord 1] seat=ett.4 round=1
dag: votes b
  -> vote_cast [Bord 1] seat=dag.1 round=1
  -> grace_set [Bord 1] ms=5000
wait 5s
  -> vote_closed [Bord 1] round=1
  -> phase_opened [Bord 1] step=4 phase=reveal total=15000
  -> revealed [Bord 1] counts=(votes=[2 3 0 0])

== server restarts
två: votes a b a
  -> vote_cast [Bord 2] seat=två.1 round=1
  -> vote_cast [Bord 2] seat=två.2 round=1
  -> seat_back [Bord 2] seat=två.3
  -> vote_cast [Bord 2] seat=två.3 round=1
anna: votes b
  -> vote_cast [Bord 2] seat=anna.1 round=1
  -> grace_set [Bord 2] ms=5000
sena: tally_cards counts=a:1,c:1
  !! wrong_sum: Summan stämmer inte med antalet platser vid bordet. Räkna korten en gång till.
sena: tally_cards counts=a:1,c:2
  -> cards_tallied [Bord 4] round=1 counts=(votes=[1 0 2 0]) seats=[sena.1 sena.2 sena.3]
  -> grace_set [Bord 4] ms=5000
wait 2s
restart 4m
  -> paused why=restart
see petra två sena
  + petra (host)
  | room     4 tables, 17 seats
  | stage    step 5/13, round: vote 1, card 2/6, frozen 63 s of 70 s, paused by restart
  | card     «Plogvallen» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | hall     2 of 4 tables done; silent
  | host     1 cards to deal; has the notes to the card; 5 of 13 steps begun; led by petra vera(helping); chart «Gröna raggsockor» [4, 7, 1, 0] -> [2, 9, 0, 0], 0 of 0 changed, 11 seats at 3 tables
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock pause release_text remove_station resume send_message set_clock set_pace show_result vote_again
  | tile     Bord 1: 5 of 5 present, reveal 1, alone, «Släpet som kom 17.56»
  | tile     Bord 2: 4 of 4 present, vote 1, 4 of 4 done, «Plogvallen»
  | tile     Bord 3: 5 of 5 present, vote 1, 0 of 5 done, «Släpet som kom 17.56»
  | tile     Bord 5: 0 of 0 present, vote 1, «Plogvallen»
  | tile     Bord 4: 3 of 3 present, vote 1, 3 of 3 done, «Plogvallen»
  + två (table)
  | room     4 tables, 17 seats
  | stage    step 5/13, round: vote 1, card 2/6, frozen 63 s of 70 s, paused by restart
  | team     Bord 2: två.1 två.2 två.3(reader) anna.1(writer), pass_around, remote, swap_left
  | progress 4 of 4 done
  | card     «Plogvallen» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge add_seat call_timeout cast_vote leave mark_away mark_back raise_hand remove_seat suggest_card vote_again; done två.1 två.2 två.3
  + sena (table)
  | room     4 tables, 17 seats
  | stage    step 5/13, round: vote 1, card 2/6, frozen 63 s of 70 s, paused by restart
  | team     Bord 4: sena.1 sena.2(reader) sena.3(writer), cards_up, swap_left
  | progress 3 of 3 done
  | card     «Plogvallen» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge add_seat call_timeout leave mark_away mark_back raise_hand remove_seat suggest_card tally_cards vote_again; done sena.1 sena.2 sena.3
petra: open_next
  !! paused: Sessionen är pausad. Den fortsätter när spelledaren trycker Fortsätt.
petra: resume
  -> resumed
see sena
  + sena (table)
  | room     4 tables, 17 seats
  | stage    step 5/13, round: vote 1, card 2/6, 63 s of 70 s
  | team     Bord 4: sena.1 sena.2(reader) sena.3(writer), cards_up, swap_left
  | progress 3 of 3 done, closes in 3 s
  | card     «Plogvallen» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge add_seat call_timeout close_vote leave mark_away mark_back raise_hand remove_seat suggest_card tally_cards vote_again; done sena.1 sena.2 sena.3
wait 3s
  -> vote_closed [Bord 2] round=1
  -> vote_closed [Bord 4] round=1
chefer: votes a a a b
  -> vote_cast [Bord 3] seat=chefer.1 round=1
  -> vote_cast [Bord 3] seat=chefer.2 round=1
  -> vote_cast [Bord 3] seat=chefer.3 round=1
  -> vote_cast [Bord 3] seat=chefer.4 round=1
bo: votes a
  -> vote_cast [Bord 3] seat=bo.1 round=1
  -> grace_set [Bord 3] ms=5000
wait 5s
  -> vote_closed [Bord 3] round=1
petra: open_next
  -> vote_closed [Bord 5] round=1
  -> phase_opened step=4 phase=reveal total=15000
  -> revealed [Bord 2] counts=(votes=[2 2 0 0])
  -> revealed [Bord 3] counts=(votes=[4 1 0 0])

== host lost
lead_gone 59s
vera: take_lead
  !! lead_here: Den som leder är kvar. Du kan ta över när hen har varit borta i en minut.
lead_gone 1m
see vera
  + vera (host)
  | room     4 tables, 17 seats
  | stage    step 5/13, round: reveal 1, card 2/6, 15 s of 15 s
  | card     «Plogvallen» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | hall     0 of 4 tables done; silent
  | host     1 cards to deal; has the notes to the card; 5 of 13 steps begun; led by petra vera(helping); chart «Gröna raggsockor» [4, 7, 1, 0] -> [2, 9, 0, 0], 0 of 0 changed, 11 seats at 3 tables
  | you      may arrange_steps extend gather_teams group_texts leave lock open_next pause release_text remove_station send_message set_clock set_pace show_result skip_step take_lead
  | tile     Bord 1: 5 of 5 present, reveal 1, 5 s left, alone, «Släpet som kom 17.56»
  | tile     Bord 2: 4 of 4 present, reveal 1, 15 s left, «Plogvallen»
  | tile     Bord 3: 5 of 5 present, reveal 1, 15 s left, «Släpet som kom 17.56»
  | tile     Bord 5: 0 of 0 present, reveal 1, 15 s left, «Plogvallen»
  | tile     Bord 4: 3 of 3 present, reveal 1, 15 s left, «Plogvallen»
vera: take_lead
  -> lead_given station=vera
lead_gone 0s
host_gone 2m
två: continue_alone
  !! host_here: Spelledaren är kvar. Det går att fortsätta själva när spelledaren varit borta i tre minuter.
see två
  + två (table)
  | room     4 tables, 17 seats, host gone
  | stage    step 5/13, round: reveal 1, card 2/6, 15 s of 15 s
  | team     Bord 2: två.1 två.2 två.3(reader) anna.1(writer), pass_around, remote, swap_left
  | card     «Plogvallen» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:2 b:2 c:0 d:0
  | you      may acknowledge add_seat call_timeout leave mark_away mark_back raise_hand remove_seat suggest_card
host_gone 3m
see två
  + två (table)
  | room     4 tables, 17 seats, host long_gone
  | stage    step 5/13, round: reveal 1, card 2/6, 15 s of 15 s
  | team     Bord 2: två.1 två.2 två.3(reader) anna.1(writer), pass_around, remote, swap_left
  | card     «Plogvallen» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:2 b:2 c:0 d:0
  | you      may acknowledge add_seat call_timeout continue_alone leave mark_away mark_back raise_hand remove_seat suggest_card
två: continue_alone
  -> team_set_free [Bord 2] until=session
två: open_next
  -> phase_opened [Bord 2] step=4 phase=talk total=360000
  -> prompts_laid [Bord 2] prompts=[least:b~ more:a~ unchosen:d~ question#1 question#2 question#3 question#4 ours]
see två sena
  + två (table)
  | room     4 tables, 17 seats, host long_gone
  | stage    step 5/13, round: talk 1, card 2/6, 360 s of 360 s, alone
  | team     Bord 2: två.1 två.2 två.3(reader) anna.1(writer), pass_around, remote, swap_left
  | card     «Plogvallen» (dilemma, heat 1); shows situation, questions, 4 options; may be voted a b c d own
  | result   before a:2 b:2 c:0 d:0
  | talk     [least b (drawn)], more a (drawn), unchosen d (drawn), question 1, question 2, question 3, question 4, ours
  | you      may acknowledge add_seat ask_time call_timeout leave mark_away mark_back open_next open_twist raise_hand remove_seat show_prompt suggest_card
  + sena (table)
  | room     4 tables, 17 seats, host long_gone
  | stage    step 5/13, round: reveal 1, card 2/6, 15 s of 15 s
  | team     Bord 4: sena.1 sena.2(reader) sena.3(writer), cards_up, swap_left
  | card     «Plogvallen» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:1 b:0 c:2 d:0
  | you      may acknowledge add_seat call_timeout choose_way continue_alone leave mark_away mark_back raise_hand remove_seat suggest_card
host_gone 0s
enter petra2 host
  -> station_entered station=petra2 who=host
see petra
  + petra (host)
  | room     4 tables, 17 seats
  | stage    step 5/13, round: reveal 1, card 2/6, 15 s of 15 s
  | card     «Plogvallen» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | hall     0 of 4 tables done; silent
  | host     1 cards to deal; has the notes to the card; 5 of 13 steps begun; led by petra vera petra2; chart «Gröna raggsockor» [4, 7, 1, 0] -> [2, 9, 0, 0], 0 of 0 changed, 11 seats at 3 tables
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock open_next pause release_text remove_station send_message set_clock set_pace show_result skip_step
  | tile     Bord 1: 5 of 5 present, reveal 1, 5 s left, alone, «Släpet som kom 17.56»
  | tile     Bord 2: 4 of 4 present, talk 1, 360 s left, alone, «Plogvallen»
  | tile     Bord 3: 5 of 5 present, reveal 1, 15 s left, «Släpet som kom 17.56»
  | tile     Bord 5: 0 of 0 present, reveal 1, 15 s left, «Plogvallen»
  | tile     Bord 4: 3 of 3 present, reveal 1, 15 s left, «Plogvallen»
petra: gather_teams
  -> team_gathered [Bord 1]
  -> team_gathered [Bord 2]
see två
  + två (table)
  | room     4 tables, 17 seats
  | stage    step 5/13, round: reveal 1, card 2/6, 15 s of 15 s
  | team     Bord 2: två.1 två.2 två.3(reader) anna.1(writer), pass_around, remote, swap_left
  | card     «Plogvallen» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:2 b:2 c:0 d:0
  | you      may acknowledge add_seat call_timeout leave mark_away mark_back raise_hand remove_seat suggest_card

== removing a station
petra: remove_station station=dag
  -> station_removed [Bord 1] station=dag barred=False
dag: acknowledge
  !! unknown_station: Den skärmen finns inte i rummet.
enter dag solo team=1
  -> station_entered [Bord 1] station=dag who=solo
  -> seat_taken [Bord 1] seat=dag.1 station=dag symbol=4
petra: remove_station station=bo bar=yes
  -> station_removed [Bord 3] station=bo barred=True
bo: acknowledge
  !! unknown_station: Den skärmen finns inte i rummet.
petra: lock on=yes
  -> locked on=True
enter ny solo team=3
  !! room_locked: Rummet är låst för nya skärmar. Be spelledaren låsa upp.
silence anna
  -> seat_away [Bord 2] seat=anna.1 silent=True
hear anna
  -> seat_back [Bord 2] seat=anna.1
petra: lock on=no
  -> locked on=False
enter ny solo team=3
  -> station_entered [Bord 3] station=ny who=solo
  -> seat_taken [Bord 3] seat=ny.1 station=ny symbol=4

== hurtful text
petra: arranges harvest:8 pledge:6
  -> programme_changed steps=[frame checkin practice round round harvest pledge] begun=5
petra: skip_step
  -> phase_opened step=5 phase=harvest total=480000
  -> harvest_opened [Bord 1] tries=1 strengthen=[] improve=[n40]
  -> harvest_chosen [Bord 1] improve=n40 drawn=False
  -> harvest_opened [Bord 2] tries=1 strengthen=[] improve=[]
  -> harvest_chosen [Bord 2] drawn=False
  -> harvest_opened [Bord 3] tries=1 strengthen=[n41] improve=[]
  -> harvest_chosen [Bord 3] strengthen=n41 drawn=False
  -> harvest_opened [Bord 5] tries=1 strengthen=[] improve=[]
  -> harvest_chosen [Bord 5] drawn=False
  -> harvest_opened [Bord 4] tries=1 strengthen=[] improve=[]
  -> harvest_chosen [Bord 4] drawn=False
see petra hall
  + petra (host)
  | room     4 tables, 17 seats
  | stage    step 6/7, harvest: harvest 1, 480 s of 480 s
  | hall     0 of 4 tables done
  | host     1 cards to deal; 6 of 7 steps begun; led by petra vera petra2; chart «Gröna raggsockor» [4, 7, 1, 0] -> [2, 9, 0, 0], 0 of 0 changed, 11 seats at 3 tables; improve «Några av oss svarar surt i luren.» (held); strengthen «Vi är ute i receptionen varje vecka.» (held)
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock open_next pause release_text remove_station send_message set_clock set_pace show_result skip_step
  | tile     Bord 1: 5 of 5 present, harvest 1, 480 s left
  | tile     Bord 2: 4 of 4 present, harvest 1, 480 s left
  | tile     Bord 3: 5 of 5 present, harvest 1, 480 s left
  | tile     Bord 5: 0 of 0 present, harvest 1, 480 s left
  | tile     Bord 4: 3 of 3 present, harvest 1, 480 s left
  + hall (hall)
  | room     4 tables, 17 seats
  | stage    step 6/7, harvest: harvest 1, 480 s of 480 s
  | hall     0 of 4 tables done
  | you      may leave
petra: release_text text=1
  -> text_released text=n40 on=True
see hall
  + hall (hall)
  | room     4 tables, 17 seats
  | stage    step 6/7, harvest: harvest 1, 480 s of 480 s
  | hall     0 of 4 tables done; improve «Några av oss svarar surt i luren.»
  | you      may leave
petra: release_text text=1 on=no
  -> text_released text=n40 on=False
see hall ett
  + hall (hall)
  | room     4 tables, 17 seats
  | stage    step 6/7, harvest: harvest 1, 480 s of 480 s
  | hall     0 of 4 tables done
  | you      may leave
  + ett (table)
  | room     4 tables, 17 seats
  | stage    step 6/7, harvest: harvest 1, 480 s of 480 s
  | team     Bord 1: ett.1 ett.2 ett.3 ett.4(reader) dag.1(writer), pass_around, remote
  | notes    1 improve «Några av oss svarar surt i luren.»
  | harvest  strengthen -, improve 1, chosen to improve: 1, settled
  | hall     0 of 4 tables done
  | you      may acknowledge add_seat call_timeout leave mark_away mark_back raise_hand remove_seat suggest_card write_note
petra: close_room
  -> room_closed
