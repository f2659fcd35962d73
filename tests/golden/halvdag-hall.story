# Halvdag, three tables in a hall, the host opening each step: practice card, a late table, a break, a harvest
# that ties and is drawn, and a debrief with charts at k.

open "Halvdag" cards=motet/sockorna,motet/luren-och-disken pile=motet/snarkningen,motet/plogvallen
  -> frame checkin practice round round round break round round round harvest pledge debrief
enter hall screen
  -> station_entered station=hall who=screen
enter host host
  -> station_entered station=host who=host
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
enter tre table seats=2 team=3
  -> team_opened [Bord 3] number=3
  -> station_entered [Bord 3] station=tre who=table
  -> seat_taken [Bord 3] seat=tre.1 station=tre symbol=0
  -> seat_taken [Bord 3] seat=tre.2 station=tre symbol=1
enter anna solo team=3
  -> station_entered [Bord 3] station=anna who=solo
  -> seat_taken [Bord 3] seat=anna.1 station=anna symbol=2
enter vägg screen team=1
  -> station_entered [Bord 1] station=vägg who=screen
host: open_next
  -> phase_opened step=0 phase=frame total=180000
host: open_next
  -> phase_opened step=1 phase=checkin total=60000

== Incheckning over the hall
ett: checks_in 3 4 8 9
  -> seat_done [Bord 1] seat=ett.1
  -> seat_done [Bord 1] seat=ett.2
  -> seat_done [Bord 1] seat=ett.3
  -> seat_done [Bord 1] seat=ett.4
två: checks_in 7 7 2
  -> seat_done [Bord 2] seat=två.1
  -> seat_done [Bord 2] seat=två.2
  -> seat_done [Bord 2] seat=två.3
tre: checks_in 5 pass
  -> seat_done [Bord 3] seat=tre.1
  -> seat_done [Bord 3] seat=tre.2
see hall anna
  + hall (hall)
  | room     3 tables, 10 seats
  | stage    step 2/13, checkin: checkin 1, 60 s of 60 s
  | card     «Var är du på skalan?» (scale, heat 1); shows situation, low, high, questions; may be voted 1 2 3 4 5 6 7 8 9 10
  | hall     2 of 3 tables done
  | you      may leave
  + anna (solo)
  | room     3 tables, 10 seats
  | stage    step 2/13, checkin: checkin 1, 60 s of 60 s
  | team     Bord 3: tre.1(reader) tre.2(writer) anna.1, pass_around, remote
  | progress 2 of 3 done
  | card     «Var är du på skalan?» (scale, heat 1); shows situation, low, high, questions; may be voted 1 2 3 4 5 6 7 8 9 10
  | hall     2 of 3 tables done
  | you      may acknowledge call_timeout check_in leave mark_away mark_back raise_hand suggest_card
host: open_next
  -> phase_opened step=1 phase=checkin round=2 total=120000
  -> checkin_counted counts=[0 1 1 1 1 0 2 1 1 0] tables=3
host: show_result what=checkin
  -> result_shown what=checkin on=True
see hall ett
  + hall (hall)
  | room     3 tables, 10 seats
  | stage    step 2/13, checkin: checkin 2, 120 s of 120 s
  | card     «Var är du på skalan?» (scale, heat 1); shows situation, low, high, questions; may be voted 1 2 3 4 5 6 7 8 9 10
  | hall     0 of 3 tables done; median 6; check-in [0, 1, 1, 1, 1, 0, 2, 1, 1, 0]
  | you      may leave
  + ett (table)
  | room     3 tables, 10 seats
  | stage    step 2/13, checkin: checkin 2, 120 s of 120 s
  | team     Bord 1: ett.1(reader) ett.2(writer) ett.3 ett.4, pass_around
  | card     «Var är du på skalan?» (scale, heat 1); shows situation, low, high, questions; may be voted 1 2 3 4 5 6 7 8 9 10
  | hall     0 of 3 tables done; median 6; check-in [0, 1, 1, 1, 1, 0, 2, 1, 1, 0]
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back raise_hand remove_seat suggest_card

== Provkort
host: open_next
  -> phase_opened step=2 phase=practice
  -> card_dealt card=motet/snarkningen practice=True
see ett hall host
  + ett (table)
  | room     3 tables, 10 seats
  | stage    step 3/13, practice: practice 1
  | team     Bord 1: ett.1(reader) ett.2(writer) ett.3 ett.4, pass_around
  | card     «Snarkningen vid tidningarna» (dilemma, heat 1); shows its title; may be voted a b c own; practice
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back raise_hand remove_seat suggest_card
  + hall (hall)
  | room     3 tables, 10 seats
  | stage    step 3/13, practice: practice 1
  | card     «Snarkningen vid tidningarna» (dilemma, heat 1); shows its title; may be voted a b c own
  | hall     0 of 3 tables done
  | you      may leave
  + host (host)
  | room     3 tables, 10 seats
  | stage    step 3/13, practice: practice 1
  | card     «Snarkningen vid tidningarna» (dilemma, heat 1); shows its title; may be voted a b c own
  | hall     0 of 3 tables done
  | host     1 cards to deal; has the notes to the card; 3 of 13 steps begun; led by host; check-in [0, 1, 1, 1, 1, 0, 2, 1, 1, 0]
  | you      may arrange_steps close_room gather_teams group_texts hand_over leave lock open_next pause release_text remove_station send_message set_clock set_pace show_result skip_step
  | tile     Bord 1: 4 of 4 present, practice 1, «Snarkningen vid tidningarna»
  | tile     Bord 2: 3 of 3 present, practice 1, «Snarkningen vid tidningarna»
  | tile     Bord 3: 3 of 3 present, practice 1, «Snarkningen vid tidningarna»
host: open_next
  -> phase_opened step=2 phase=read total=60000
host: open_next
  -> phase_opened step=2 phase=vote total=30000
ett: votes a b c a
  -> vote_cast [Bord 1] seat=ett.1 round=1
  -> vote_cast [Bord 1] seat=ett.2 round=1
  -> vote_cast [Bord 1] seat=ett.3 round=1
  -> vote_cast [Bord 1] seat=ett.4 round=1
  -> grace_set [Bord 1] ms=5000
två: votes a a a
  -> vote_cast [Bord 2] seat=två.1 round=1
  -> vote_cast [Bord 2] seat=två.2 round=1
  -> vote_cast [Bord 2] seat=två.3 round=1
  -> grace_set [Bord 2] ms=5000
wait 5s
  -> vote_closed [Bord 1] round=1
  -> vote_closed [Bord 2] round=1
see host
  + host (host)
  | room     3 tables, 10 seats
  | stage    step 3/13, practice: vote 1, 25 s of 30 s
  | card     «Snarkningen vid tidningarna» (dilemma, heat 1); shows situation, 3 options; may be voted a b c own
  | hall     2 of 3 tables done; silent
  | host     1 cards to deal; has the notes to the card; 3 of 13 steps begun; led by host; check-in [0, 1, 1, 1, 1, 0, 2, 1, 1, 0]
  | you      may arrange_steps close_room close_vote extend gather_teams group_texts hand_over leave lock open_next pause release_text remove_station send_message set_clock set_pace show_result skip_step vote_again
  | tile     Bord 1: 4 of 4 present, vote 1, 4 of 4 done, 25 s left, closed, «Snarkningen vid tidningarna»
  | tile     Bord 2: 3 of 3 present, vote 1, 3 of 3 done, 25 s left, closed, «Snarkningen vid tidningarna»
  | tile     Bord 3: 3 of 3 present, vote 1, 0 of 3 done, 25 s left, «Snarkningen vid tidningarna»
host: open_next
  -> vote_closed [Bord 3] round=1 missing=3
  -> phase_opened step=2 phase=reveal total=15000
  -> revealed [Bord 1] counts=(votes=[2 1 1])
  -> revealed [Bord 2] counts=(votes=[3 0 0])
host: open_next
  -> phase_opened step=2 phase=talk total=60000
  -> prompts_laid [Bord 1] prompts=[least:c~ more:b~ more:a question#1 question#2 question#3 ours]
  -> prompts_laid [Bord 2] prompts=[unanimous:a question#1 question#2 question#3 ours]
  -> prompts_laid [Bord 3] prompts=[question#1 question#2 question#3 ours]
host: open_next
  -> phase_opened step=2 phase=vote round=2 total=30000
host: open_next
  -> vote_closed [Bord 1] round=2 missing=4
  -> vote_closed [Bord 2] round=2 missing=3
  -> vote_closed [Bord 3] round=2
  -> phase_opened step=2 phase=compare total=60000
see ett
  + ett (table)
  | room     3 tables, 10 seats
  | stage    step 3/13, practice: compare 1, 60 s of 60 s
  | team     Bord 1: ett.1(reader) ett.2(writer) ett.3 ett.4, pass_around
  | card     «Snarkningen vid tidningarna» (dilemma, heat 1); shows situation, 3 options; may be voted a b c own; practice
  | result   before a:2 b:1 c:1
  | hall     0 of 3 tables done; silent
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back raise_hand remove_seat suggest_card

== First card, dealt to all
host: open_next
  -> phase_opened step=3 phase=draw
host: deal_card
  -> card_dealt card=motet/sockorna
  -> phase_opened step=3 phase=read total=60000
see ett hall host
  + ett (table)
  | room     3 tables, 10 seats
  | stage    step 4/13, round: read 1, card 1/6, 60 s of 60 s
  | team     Bord 1: ett.1 ett.2(reader) ett.3(writer) ett.4, pass_around, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation; may be voted a b c d own
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back raise_hand remove_seat suggest_card swap_card
  + hall (hall)
  | room     3 tables, 10 seats
  | stage    step 4/13, round: read 1, card 1/6, 60 s of 60 s
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation; may be voted a b c d own
  | hall     0 of 3 tables done
  | you      may leave
  + host (host)
  | room     3 tables, 10 seats
  | stage    step 4/13, round: read 1, card 1/6, 60 s of 60 s
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation; may be voted a b c d own
  | hall     0 of 3 tables done
  | host     1 cards to deal; has the notes to the card; 4 of 13 steps begun; led by host; check-in [0, 1, 1, 1, 1, 0, 2, 1, 1, 0]
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock open_next pause release_text remove_station send_message set_clock set_pace show_result skip_step
  | tile     Bord 1: 4 of 4 present, read 1, 60 s left, «Gröna raggsockor»
  | tile     Bord 2: 3 of 3 present, read 1, 60 s left, «Gröna raggsockor»
  | tile     Bord 3: 3 of 3 present, read 1, 60 s left, «Gröna raggsockor»
host: open_next
  -> phase_opened step=3 phase=vote total=60000
ett: votes a a b c
  -> vote_cast [Bord 1] seat=ett.1 round=1
  -> vote_cast [Bord 1] seat=ett.2 round=1
  -> vote_cast [Bord 1] seat=ett.3 round=1
  -> vote_cast [Bord 1] seat=ett.4 round=1
  -> grace_set [Bord 1] ms=5000
två: votes b b b
  -> vote_cast [Bord 2] seat=två.1 round=1
  -> vote_cast [Bord 2] seat=två.2 round=1
  -> vote_cast [Bord 2] seat=två.3 round=1
  -> grace_set [Bord 2] ms=5000
tre: votes a d
  -> vote_cast [Bord 3] seat=tre.1 round=1
  -> vote_cast [Bord 3] seat=tre.2 round=1
anna: votes own
  -> vote_cast [Bord 3] seat=anna.1 round=1
  -> grace_set [Bord 3] ms=5000
wait 5s
  -> vote_closed [Bord 1] round=1
  -> vote_closed [Bord 2] round=1
  -> vote_closed [Bord 3] round=1
see hall
  + hall (hall)
  | room     3 tables, 10 seats
  | stage    step 4/13, round: vote 1, card 1/6, 55 s of 60 s
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | hall     3 of 3 tables done; silent
  | you      may leave
host: open_next
  -> phase_opened step=3 phase=reveal total=15000
  -> revealed [Bord 1] counts=(votes=[2 1 1 0])
  -> revealed [Bord 2] counts=(votes=[0 3 0 0])
  -> revealed [Bord 3] counts=(votes=[1 0 0 1] own=1)
see anna ett vägg hall host
  + anna (solo)
  | room     3 tables, 10 seats
  | stage    step 4/13, round: reveal 1, card 1/6, 15 s of 15 s
  | team     Bord 3: tre.1 tre.2(reader) anna.1(writer), pass_around, remote, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:1 b:0 c:0 d:1 own:1
  | you      may acknowledge call_timeout leave mark_away mark_back raise_hand suggest_card
  + ett (table)
  | room     3 tables, 10 seats
  | stage    step 4/13, round: reveal 1, card 1/6, 15 s of 15 s
  | team     Bord 1: ett.1 ett.2(reader) ett.3(writer) ett.4, pass_around, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:2 b:1 c:1 d:0
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back raise_hand remove_seat suggest_card
  + vägg (wall)
  | room     3 tables, 10 seats
  | stage    step 4/13, round: reveal 1, card 1/6, 15 s of 15 s
  | team     Bord 1: ett.1 ett.2(reader) ett.3(writer) ett.4, pass_around, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:2 b:1 c:1 d:0
  | you      may leave
  + hall (hall)
  | room     3 tables, 10 seats
  | stage    step 4/13, round: reveal 1, card 1/6, 15 s of 15 s
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | hall     0 of 3 tables done; silent
  | you      may leave
  + host (host)
  | room     3 tables, 10 seats
  | stage    step 4/13, round: reveal 1, card 1/6, 15 s of 15 s
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | hall     0 of 3 tables done; silent
  | host     1 cards to deal; has the notes to the card; 4 of 13 steps begun; led by host; check-in [0, 1, 1, 1, 1, 0, 2, 1, 1, 0]
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock open_next pause release_text remove_station send_message set_clock set_pace show_result skip_step
  | tile     Bord 1: 4 of 4 present, reveal 1, 15 s left, «Gröna raggsockor»
  | tile     Bord 2: 3 of 3 present, reveal 1, 15 s left, «Gröna raggsockor»
  | tile     Bord 3: 3 of 3 present, reveal 1, 15 s left, «Gröna raggsockor»
host: open_next
  -> phase_opened step=3 phase=talk total=360000
  -> prompts_laid [Bord 1] prompts=[least:c~ more:b~ more:a unchosen:d question#1 question#2 question#3 question#4 ours]
  -> prompts_laid [Bord 2] prompts=[unanimous:b question#1 question#2 question#3 question#4 ours]
  -> prompts_laid [Bord 3] prompts=[around unchosen:b~ question#1 question#2 question#3 question#4 ours]

== A late table past the first vote: it sees the card, talks, and votes from the next one
enter sena table seats=3
  -> team_opened [Bord 4] number=4
  -> prompts_laid [Bord 4] prompts=[question#1 question#2 question#3 question#4 ours]
  -> station_entered [Bord 4] station=sena who=table
  -> seat_taken [Bord 4] seat=sena.1 station=sena symbol=0
  -> seat_taken [Bord 4] seat=sena.2 station=sena symbol=1
  -> seat_taken [Bord 4] seat=sena.3 station=sena symbol=2
see sena
  + sena (table)
  | room     4 tables, 13 seats
  | stage    step 4/13, round: talk 1, card 1/6, 360 s of 360 s
  | team     Bord 4: sena.1(reader) sena.2(writer) sena.3, pass_around, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, questions, 4 options; may be voted a b c d own
  | result   before -
  | talk     [question 1], question 2, question 3, question 4, ours
  | you      may acknowledge add_seat ask_time call_timeout choose_way leave mark_away mark_back open_twist raise_hand remove_seat show_prompt suggest_card; listeners sena.1 sena.2 sena.3
två: ask_time
  -> time_asked [Bord 2] seats=[två.1 två.2 två.3]
see host
  + host (host)
  | room     4 tables, 13 seats
  | stage    step 4/13, round: talk 1, card 1/6, 360 s of 360 s
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, questions, 4 options; may be voted a b c d own
  | hall     0 of 4 tables done; silent
  | host     1 cards to deal; has the notes to the card; 1 need time; 4 of 13 steps begun; led by host; check-in [0, 1, 1, 1, 1, 0, 2, 1, 1, 0]
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock open_next open_twist pause release_text remove_station send_message set_clock set_pace show_result skip_step
  | tile     Bord 1: 4 of 4 present, talk 1, 360 s left, «Gröna raggsockor»
  | tile     Bord 2: 3 of 3 present, talk 1, 360 s left, needs_time, «Gröna raggsockor»
  | tile     Bord 3: 3 of 3 present, talk 1, 360 s left, «Gröna raggsockor»
  | tile     Bord 4: 3 of 3 present, talk 1, 360 s left, «Gröna raggsockor»
host: extend minutes=2 team=2
  -> time_extended [Bord 2] ms=120000 by=host
host: open_next
  -> phase_opened step=3 phase=vote round=2 total=60000
see sena
  + sena (table)
  | room     4 tables, 13 seats
  | stage    step 4/13, round: vote 2, card 1/6, 60 s of 60 s
  | team     Bord 4: sena.1(reader) sena.2(writer) sena.3, pass_around, swap_left
  | progress 0 of 0 done, closed
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge add_seat call_timeout leave mark_away mark_back raise_hand remove_seat suggest_card; listeners sena.1 sena.2 sena.3
sena: cast_vote seat=1 choice=a
  !! listener: Den här platsen lyssnar på det här kortet, eftersom den inte var med i första omröstningen. Prata gärna med – på nästa kort röstar ni alla.
ett: votes b b b c
  -> vote_cast [Bord 1] seat=ett.1 round=2
  -> vote_cast [Bord 1] seat=ett.2 round=2
  -> vote_cast [Bord 1] seat=ett.3 round=2
  -> vote_cast [Bord 1] seat=ett.4 round=2
  -> grace_set [Bord 1] ms=5000
två: votes b b a
  -> vote_cast [Bord 2] seat=två.1 round=2
  -> vote_cast [Bord 2] seat=två.2 round=2
  -> vote_cast [Bord 2] seat=två.3 round=2
  -> grace_set [Bord 2] ms=5000
tre: votes a a
  -> vote_cast [Bord 3] seat=tre.1 round=2
  -> vote_cast [Bord 3] seat=tre.2 round=2
anna: votes a
  -> vote_cast [Bord 3] seat=anna.1 round=2
  -> grace_set [Bord 3] ms=5000
wait 5s
  -> vote_closed [Bord 1] round=2
  -> vote_closed [Bord 2] round=2
  -> vote_closed [Bord 3] round=2
host: show_result what=card:motet/sockorna
  !! no_grounds: Så få svar kan inte visas utanför bordet. Det behövs fler.
host: open_next
  -> phase_opened step=3 phase=compare total=60000
  -> compared [Bord 1] step=3 moment=116 counts=(votes=[0 3 1 0]) changed=2 paired=4
  -> compared [Bord 2] step=3 moment=116 counts=(votes=[1 2 0 0]) changed=1 paired=3
  -> compared [Bord 3] step=3 moment=116 counts=(votes=[3 0 0 0]) changed=2 paired=3
see ett hall host
  + ett (table)
  | room     4 tables, 13 seats
  | stage    step 4/13, round: compare 1, card 1/6, 60 s of 60 s
  | team     Bord 1: ett.1 ett.2(reader) ett.3(writer) ett.4, pass_around, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:2 b:1 c:1 d:0; after a:0 b:3 c:1 d:0; 2 of 4 changed
  | hall     0 of 4 tables done; silent
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back raise_hand remove_seat suggest_card
  + hall (hall)
  | room     4 tables, 13 seats
  | stage    step 4/13, round: compare 1, card 1/6, 60 s of 60 s
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | hall     0 of 4 tables done; silent
  | you      may leave
  + host (host)
  | room     4 tables, 13 seats
  | stage    step 4/13, round: compare 1, card 1/6, 60 s of 60 s
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | hall     0 of 4 tables done; silent
  | host     1 cards to deal; has the notes to the card; 4 of 13 steps begun; led by host; check-in [0, 1, 1, 1, 1, 0, 2, 1, 1, 0]; chart «Gröna raggsockor» [3, 4, 1, 1] -> [4, 5, 1, 0], 5 of 10 changed, 10 seats at 3 tables
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock open_next pause release_text remove_station send_message set_clock set_pace show_result skip_step
  | tile     Bord 1: 4 of 4 present, compare 1, 60 s left, «Gröna raggsockor»
  | tile     Bord 2: 3 of 3 present, compare 1, 60 s left, «Gröna raggsockor»
  | tile     Bord 3: 3 of 3 present, compare 1, 60 s left, «Gröna raggsockor»
  | tile     Bord 4: 3 of 3 present, compare 1, 60 s left, «Gröna raggsockor»
host: show_result what=card:motet/sockorna
  -> result_shown what=card:motet/sockorna on=True
see hall ett sena
  + hall (hall)
  | room     4 tables, 13 seats
  | stage    step 4/13, round: compare 1, card 1/6, 60 s of 60 s
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | hall     0 of 4 tables done; chart «Gröna raggsockor» [3, 4, 1, 1] -> [4, 5, 1, 0], 5 of 10 changed, 10 seats at 3 tables
  | you      may leave
  + ett (table)
  | room     4 tables, 13 seats
  | stage    step 4/13, round: compare 1, card 1/6, 60 s of 60 s
  | team     Bord 1: ett.1 ett.2(reader) ett.3(writer) ett.4, pass_around, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:2 b:1 c:1 d:0; after a:0 b:3 c:1 d:0; 2 of 4 changed
  | hall     0 of 4 tables done; chart «Gröna raggsockor» [3, 4, 1, 1] -> [4, 5, 1, 0], 5 of 10 changed, 10 seats at 3 tables
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back raise_hand remove_seat suggest_card
  + sena (table)
  | room     4 tables, 13 seats
  | stage    step 4/13, round: compare 1, card 1/6, 60 s of 60 s
  | team     Bord 4: sena.1(reader) sena.2(writer) sena.3, pass_around, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before -
  | hall     0 of 4 tables done; chart «Gröna raggsockor» [3, 4, 1, 1] -> [4, 5, 1, 0], 5 of 10 changed, 10 seats at 3 tables
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back raise_hand remove_seat suggest_card; listeners sena.1 sena.2 sena.3
host: open_next
  -> phase_opened step=3 phase=perspective total=60000
host: open_next
  -> phase_opened step=3 phase=note total=60000
ett: write_note text="Vi tackar först." tag=strengthen
  -> note_written [Bord 1] note=n26 card=motet/sockorna tag=strengthen text=«Vi tackar först.»
ett: write_note text="Vi säger regeln högt." tag=strengthen
  -> note_written [Bord 1] note=n27 card=motet/sockorna tag=strengthen text=«Vi säger regeln högt.»
två: write_note text="Vi frågar chefen i tid." tag=act
  -> note_written [Bord 2] note=n28 card=motet/sockorna tag=act text=«Vi frågar chefen i tid.»

== Second card: the late table votes
host: open_next
  -> phase_opened step=4 phase=draw
host: deal_card
  -> card_dealt card=motet/luren-och-disken
  -> phase_opened step=4 phase=read total=60000
host: open_next
  -> phase_opened step=4 phase=vote total=60000
ett: votes a b b b
  -> vote_cast [Bord 1] seat=ett.1 round=1
  -> vote_cast [Bord 1] seat=ett.2 round=1
  -> vote_cast [Bord 1] seat=ett.3 round=1
  -> vote_cast [Bord 1] seat=ett.4 round=1
  -> grace_set [Bord 1] ms=5000
två: votes c c c
  -> vote_cast [Bord 2] seat=två.1 round=1
  -> vote_cast [Bord 2] seat=två.2 round=1
  -> vote_cast [Bord 2] seat=två.3 round=1
  -> grace_set [Bord 2] ms=5000
tre: votes a pass
  -> vote_cast [Bord 3] seat=tre.1 round=1
  -> vote_cast [Bord 3] seat=tre.2 round=1
anna: votes a
  -> vote_cast [Bord 3] seat=anna.1 round=1
  -> grace_set [Bord 3] ms=5000
sena: votes a b c
  -> vote_cast [Bord 4] seat=sena.1 round=1
  -> vote_cast [Bord 4] seat=sena.2 round=1
  -> vote_cast [Bord 4] seat=sena.3 round=1
  -> grace_set [Bord 4] ms=5000
wait 5s
  -> vote_closed [Bord 1] round=1
  -> vote_closed [Bord 2] round=1
  -> vote_closed [Bord 3] round=1
  -> vote_closed [Bord 4] round=1
see hall
  + hall (hall)
  | room     4 tables, 13 seats
  | stage    step 5/13, round: vote 1, card 2/6, 55 s of 60 s
  | card     «Luren i handen, någon vid disken» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | hall     4 of 4 tables done; silent; chart «Gröna raggsockor» [3, 4, 1, 1] -> [4, 5, 1, 0], 5 of 10 changed, 10 seats at 3 tables
  | you      may leave
host: open_next
  -> phase_opened step=4 phase=reveal total=15000
  -> revealed [Bord 1] counts=(votes=[1 3 0 0])
  -> revealed [Bord 2] counts=(votes=[0 0 3 0])
  -> revealed [Bord 3] counts=(votes=[2 0 0 0] passed=1)
  -> revealed [Bord 4] counts=(votes=[1 1 1 0])
host: open_next
  -> phase_opened step=4 phase=talk total=360000
  -> prompts_laid [Bord 1] prompts=[least:a more:b unchosen:d~ question#1 question#2 question#3 question#4 ours]
  -> prompts_laid [Bord 2] prompts=[unanimous:c question#1 question#2 question#3 question#4 ours]
  -> prompts_laid [Bord 3] prompts=[unanimous:a question#1 question#2 question#3 question#4 ours]
  -> prompts_laid [Bord 4] prompts=[around unchosen:d question#1 question#2 question#3 question#4 ours]
host: open_next
  -> phase_opened step=4 phase=vote round=2 total=60000
ett: votes a b b a
  -> vote_cast [Bord 1] seat=ett.1 round=2
  -> vote_cast [Bord 1] seat=ett.2 round=2
  -> vote_cast [Bord 1] seat=ett.3 round=2
  -> vote_cast [Bord 1] seat=ett.4 round=2
  -> grace_set [Bord 1] ms=5000
två: votes c c a
  -> vote_cast [Bord 2] seat=två.1 round=2
  -> vote_cast [Bord 2] seat=två.2 round=2
  -> vote_cast [Bord 2] seat=två.3 round=2
  -> grace_set [Bord 2] ms=5000
tre: votes a a
  -> vote_cast [Bord 3] seat=tre.1 round=2
  -> vote_cast [Bord 3] seat=tre.2 round=2
anna: votes a
  -> vote_cast [Bord 3] seat=anna.1 round=2
  -> grace_set [Bord 3] ms=5000
sena: votes a a a
  -> vote_cast [Bord 4] seat=sena.1 round=2
  -> vote_cast [Bord 4] seat=sena.2 round=2
  -> vote_cast [Bord 4] seat=sena.3 round=2
  -> grace_set [Bord 4] ms=5000
wait 5s
  -> vote_closed [Bord 1] round=2
  -> vote_closed [Bord 2] round=2
  -> vote_closed [Bord 3] round=2
  -> vote_closed [Bord 4] round=2
host: open_next
  -> phase_opened step=4 phase=compare total=60000
  -> compared [Bord 1] step=4 moment=183 counts=(votes=[2 2 0 0]) changed=1 paired=4
  -> compared [Bord 2] step=4 moment=183 counts=(votes=[1 0 2 0]) changed=1 paired=3
  -> compared [Bord 3] step=4 moment=183 counts=(votes=[3 0 0 0]) changed=1 paired=3
  -> compared [Bord 4] step=4 moment=183 counts=(votes=[3 0 0 0]) changed=2 paired=3
see sena host
  + sena (table)
  | room     4 tables, 13 seats
  | stage    step 5/13, round: compare 1, card 2/6, 60 s of 60 s
  | team     Bord 4: sena.1 sena.2(reader) sena.3(writer), pass_around, swap_left
  | card     «Luren i handen, någon vid disken» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:1 b:1 c:1 d:0; after a:3 b:0 c:0 d:0; 2 of 3 changed
  | hall     0 of 4 tables done; silent; chart «Gröna raggsockor» [3, 4, 1, 1] -> [4, 5, 1, 0], 5 of 10 changed, 10 seats at 3 tables
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back raise_hand remove_seat suggest_card
  + host (host)
  | room     4 tables, 13 seats
  | stage    step 5/13, round: compare 1, card 2/6, 60 s of 60 s
  | card     «Luren i handen, någon vid disken» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | hall     0 of 4 tables done; silent; chart «Gröna raggsockor» [3, 4, 1, 1] -> [4, 5, 1, 0], 5 of 10 changed, 10 seats at 3 tables
  | host     1 cards to deal; has the notes to the card; 5 of 13 steps begun; led by host; shows card:motet/sockorna; check-in [0, 1, 1, 1, 1, 0, 2, 1, 1, 0]; chart «Gröna raggsockor» [3, 4, 1, 1] -> [4, 5, 1, 0], 5 of 10 changed, 10 seats at 3 tables; chart «Luren i handen, någon vid disken» [4, 4, 4, 0] -> [9, 2, 2, 0], 5 of 13 changed, 12 seats at 4 tables
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock open_next pause release_text remove_station send_message set_clock set_pace show_result skip_step
  | tile     Bord 1: 4 of 4 present, compare 1, 60 s left, «Luren i handen, någon vid disken»
  | tile     Bord 2: 3 of 3 present, compare 1, 60 s left, «Luren i handen, någon vid disken»
  | tile     Bord 3: 3 of 3 present, compare 1, 60 s left, «Luren i handen, någon vid disken»
  | tile     Bord 4: 3 of 3 present, compare 1, 60 s left, «Luren i handen, någon vid disken»
host: open_next
  -> phase_opened step=4 phase=perspective total=60000
host: open_next
  -> phase_opened step=4 phase=note total=60000

== The third round is dropped for time; the break
host: skip_step
  -> phase_opened step=5 phase=draw
host: skip_step
  -> phase_opened step=6 phase=break total=900000
host: pause text="Kaffe i foajén" minutes=15
  -> paused text=«Kaffe i foajén» until=925000
see ett hall
  + ett (table)
  | room     4 tables, 13 seats
  | stage    step 7/13, break: break 1, frozen 900 s of 900 s, paused by host, «Kaffe i foajén»
  | team     Bord 1: ett.1 ett.2 ett.3(reader) ett.4(writer), pass_around
  | notes    1 strengthen «Vi tackar först.»; 2 strengthen «Vi säger regeln högt.»
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back raise_hand remove_seat suggest_card write_note
  + hall (hall)
  | room     4 tables, 13 seats
  | stage    step 7/13, break: break 1, frozen 900 s of 900 s, paused by host, «Kaffe i foajén»
  | hall     0 of 4 tables done; chart «Gröna raggsockor» [3, 4, 1, 1] -> [4, 5, 1, 0], 5 of 10 changed, 10 seats at 3 tables
  | you      may leave
wait 15m
host: resume
  -> resumed
host: skip_step
  -> phase_opened step=7 phase=draw
host: skip_step
  -> phase_opened step=8 phase=draw
host: skip_step
  -> phase_opened step=9 phase=draw
host: skip_step
  -> phase_opened step=10 phase=harvest total=480000
  -> harvest_opened [Bord 1] tries=1 strengthen=[n26 n27] improve=[]
  -> harvest_opened [Bord 2] tries=1 strengthen=[] improve=[n28]
  -> harvest_chosen [Bord 2] improve=n28 drawn=False
  -> harvest_opened [Bord 3] tries=1 strengthen=[] improve=[]
  -> harvest_chosen [Bord 3] drawn=False
  -> harvest_opened [Bord 4] tries=1 strengthen=[] improve=[]
  -> harvest_chosen [Bord 4] drawn=False

== Skörd: table one ties, talks a minute, ties again, and the server draws
see ett två sena
  + ett (table)
  | room     4 tables, 13 seats
  | stage    step 11/13, harvest: harvest 1, 480 s of 480 s
  | team     Bord 1: ett.1 ett.2 ett.3(reader) ett.4(writer), pass_around
  | progress 0 of 4 done
  | notes    1 strengthen «Vi tackar först.»; 2 strengthen «Vi säger regeln högt.»
  | harvest  strengthen 1 2, improve -
  | hall     0 of 4 tables done; chart «Gröna raggsockor» [3, 4, 1, 1] -> [4, 5, 1, 0], 5 of 10 changed, 10 seats at 3 tables
  | you      may acknowledge add_seat call_timeout choose_way close_vote leave mark_away mark_back mark_harvest raise_hand remove_seat suggest_card write_note
  + två (table)
  | room     4 tables, 13 seats
  | stage    step 11/13, harvest: harvest 1, 480 s of 480 s
  | team     Bord 2: två.1(writer) två.2 två.3(reader), pass_around
  | notes    1 act «Vi frågar chefen i tid.»
  | harvest  strengthen -, improve 1, chosen to improve: 1, settled
  | hall     0 of 4 tables done; chart «Gröna raggsockor» [3, 4, 1, 1] -> [4, 5, 1, 0], 5 of 10 changed, 10 seats at 3 tables
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back raise_hand remove_seat suggest_card write_note
  + sena (table)
  | room     4 tables, 13 seats
  | stage    step 11/13, harvest: harvest 1, 480 s of 480 s
  | team     Bord 4: sena.1 sena.2(reader) sena.3(writer), pass_around
  | harvest  strengthen -, improve -, settled
  | hall     0 of 4 tables done; chart «Gröna raggsockor» [3, 4, 1, 1] -> [4, 5, 1, 0], 5 of 10 changed, 10 seats at 3 tables
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back raise_hand remove_seat suggest_card write_note
ett: mark_harvest seat=1 strengthen=1
  -> seat_done [Bord 1] seat=ett.1
ett: mark_harvest seat=2 strengthen=2
  -> seat_done [Bord 1] seat=ett.2
ett: mark_harvest seat=3 strengthen=1
  -> seat_done [Bord 1] seat=ett.3
ett: mark_harvest seat=4 strengthen=2
  -> seat_done [Bord 1] seat=ett.4
  -> harvest_opened [Bord 1] tries=2 strengthen=[n26 n27] improve=[] total=60000
see ett
  + ett (table)
  | room     4 tables, 13 seats
  | stage    step 11/13, harvest: harvest 1, 60 s of 60 s
  | team     Bord 1: ett.1 ett.2 ett.3(reader) ett.4(writer), pass_around
  | progress 0 of 4 done
  | notes    1 strengthen «Vi tackar först.»; 2 strengthen «Vi säger regeln högt.»
  | harvest  strengthen 1 2, improve -, again
  | hall     0 of 4 tables done; chart «Gröna raggsockor» [3, 4, 1, 1] -> [4, 5, 1, 0], 5 of 10 changed, 10 seats at 3 tables
  | you      may acknowledge add_seat call_timeout choose_way close_vote leave mark_away mark_back mark_harvest raise_hand remove_seat suggest_card write_note
ett: mark_harvest seat=1 strengthen=1
  -> seat_done [Bord 1] seat=ett.1
ett: mark_harvest seat=2 strengthen=2
  -> seat_done [Bord 1] seat=ett.2
ett: mark_harvest seat=3 strengthen=1
  -> seat_done [Bord 1] seat=ett.3
ett: mark_harvest seat=4 strengthen=2
  -> seat_done [Bord 1] seat=ett.4
  -> harvest_chosen [Bord 1] strengthen=n26 drawn=True
see ett hall host
  + ett (table)
  | room     4 tables, 13 seats
  | stage    step 11/13, harvest: harvest 1, 60 s of 60 s
  | team     Bord 1: ett.1 ett.2 ett.3(reader) ett.4(writer), pass_around
  | notes    1 strengthen «Vi tackar först.»; 2 strengthen «Vi säger regeln högt.»
  | harvest  strengthen 1 2, improve -, chosen to strengthen: 1, again, settled, drawn
  | hall     0 of 4 tables done; chart «Gröna raggsockor» [3, 4, 1, 1] -> [4, 5, 1, 0], 5 of 10 changed, 10 seats at 3 tables
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back raise_hand remove_seat suggest_card write_note
  + hall (hall)
  | room     4 tables, 13 seats
  | stage    step 11/13, harvest: harvest 1, 480 s of 480 s
  | hall     0 of 4 tables done; chart «Gröna raggsockor» [3, 4, 1, 1] -> [4, 5, 1, 0], 5 of 10 changed, 10 seats at 3 tables
  | you      may leave
  + host (host)
  | room     4 tables, 13 seats
  | stage    step 11/13, harvest: harvest 1, 480 s of 480 s
  | hall     0 of 4 tables done; chart «Gröna raggsockor» [3, 4, 1, 1] -> [4, 5, 1, 0], 5 of 10 changed, 10 seats at 3 tables
  | host     1 cards to deal; 11 of 13 steps begun; led by host; shows card:motet/sockorna; check-in [0, 1, 1, 1, 1, 0, 2, 1, 1, 0]; chart «Gröna raggsockor» [3, 4, 1, 1] -> [4, 5, 1, 0], 5 of 10 changed, 10 seats at 3 tables; chart «Luren i handen, någon vid disken» [4, 4, 4, 0] -> [9, 2, 2, 0], 5 of 13 changed, 12 seats at 4 tables; act «Vi frågar chefen i tid.» (held); strengthen «Vi tackar först.» (held)
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock open_next pause release_text remove_station send_message set_clock set_pace show_result skip_step
  | tile     Bord 1: 4 of 4 present, harvest 1, 60 s left
  | tile     Bord 2: 3 of 3 present, harvest 1, 480 s left
  | tile     Bord 3: 3 of 3 present, harvest 1, 480 s left
  | tile     Bord 4: 3 of 3 present, harvest 1, 480 s left
host: release_text text=1
  -> text_released text=n28 on=True
see hall ett
  + hall (hall)
  | room     4 tables, 13 seats
  | stage    step 11/13, harvest: harvest 1, 480 s of 480 s
  | hall     0 of 4 tables done; chart «Gröna raggsockor» [3, 4, 1, 1] -> [4, 5, 1, 0], 5 of 10 changed, 10 seats at 3 tables; act «Vi frågar chefen i tid.»
  | you      may leave
  + ett (table)
  | room     4 tables, 13 seats
  | stage    step 11/13, harvest: harvest 1, 60 s of 60 s
  | team     Bord 1: ett.1 ett.2 ett.3(reader) ett.4(writer), pass_around
  | notes    1 strengthen «Vi tackar först.»; 2 strengthen «Vi säger regeln högt.»
  | harvest  strengthen 1 2, improve -, chosen to strengthen: 1, again, settled, drawn
  | hall     0 of 4 tables done; chart «Gröna raggsockor» [3, 4, 1, 1] -> [4, 5, 1, 0], 5 of 10 changed, 10 seats at 3 tables; act «Vi frågar chefen i tid.»
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back raise_hand remove_seat suggest_card write_note

== Löftet
host: open_next
  -> phase_opened step=11 phase=pledge total=360000
anna: make_pledge seat=1 when="När någon väntar" then="så ska jag säga att jag har sett dem" share=yes
  -> seat_done [Bord 3] seat=anna.1
see anna tre
  + anna (solo)
  | room     4 tables, 13 seats
  | stage    step 12/13, pledge: pledge 1, 360 s of 360 s
  | team     Bord 3: tre.1(writer) tre.2 anna.1(reader), pass_around, remote
  | progress 1 of 3 done
  | pledge   12 starters
  | hall     0 of 4 tables done; chart «Gröna raggsockor» [3, 4, 1, 1] -> [4, 5, 1, 0], 5 of 10 changed, 10 seats at 3 tables; act «Vi frågar chefen i tid.»
  | you      may acknowledge call_timeout leave make_pledge mark_away mark_back raise_hand suggest_card write_note; done anna.1
  + tre (table)
  | room     4 tables, 13 seats
  | stage    step 12/13, pledge: pledge 1, 360 s of 360 s
  | team     Bord 3: tre.1(writer) tre.2 anna.1(reader), pass_around, remote
  | progress 1 of 3 done
  | pledge   12 starters
  | hall     0 of 4 tables done; chart «Gröna raggsockor» [3, 4, 1, 1] -> [4, 5, 1, 0], 5 of 10 changed, 10 seats at 3 tables; act «Vi frågar chefen i tid.»
  | you      may acknowledge add_seat call_timeout leave make_pledge mark_away mark_back raise_hand remove_seat suggest_card write_note
host: open_next
  -> pledges_shared texts=[[p29 «När någon väntar / så ska jag säga att jag har sett dem»]]
  -> phase_opened step=12 phase=debrief total=160000
host: release_text text=3
  -> text_released text=p29 on=True
see hall
  + hall (hall)
  | room     4 tables, 13 seats
  | stage    step 13/13, debrief: debrief 1, 160 s of 160 s
  | hall     0 of 4 tables done; chart «Gröna raggsockor» [3, 4, 1, 1] -> [4, 5, 1, 0], 5 of 10 changed, 10 seats at 3 tables; act «Vi frågar chefen i tid.»; pledge «När någon väntar / så ska jag säga att jag har sett dem»
  | you      may leave

== Efterprat: charts at k, then a rating
host: show_result what=card:motet/luren-och-disken
  -> result_shown what=card:motet/luren-och-disken on=True
host: open_next
  -> phase_opened step=12 phase=debrief round=2 total=160000
see hall ett
  + hall (hall)
  | room     4 tables, 13 seats
  | stage    step 13/13, debrief: debrief 2, 160 s of 160 s
  | hall     0 of 4 tables done; chart «Gröna raggsockor» [3, 4, 1, 1] -> [4, 5, 1, 0], 5 of 10 changed, 10 seats at 3 tables; chart «Luren i handen, någon vid disken» [4, 4, 4, 0] -> [9, 2, 2, 0], 5 of 13 changed, 12 seats at 4 tables; act «Vi frågar chefen i tid.»; pledge «När någon väntar / så ska jag säga att jag har sett dem»
  | you      may leave
  + ett (table)
  | room     4 tables, 13 seats
  | stage    step 13/13, debrief: debrief 2, 160 s of 160 s
  | team     Bord 1: ett.1 ett.2 ett.3(reader) ett.4(writer), pass_around
  | notes    1 strengthen «Vi tackar först.»; 2 strengthen «Vi säger regeln högt.»
  | hall     0 of 4 tables done; chart «Gröna raggsockor» [3, 4, 1, 1] -> [4, 5, 1, 0], 5 of 10 changed, 10 seats at 3 tables; chart «Luren i handen, någon vid disken» [4, 4, 4, 0] -> [9, 2, 2, 0], 5 of 13 changed, 12 seats at 4 tables; act «Vi frågar chefen i tid.»; pledge «När någon väntar / så ska jag säga att jag har sett dem»
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back raise_hand remove_seat suggest_card write_note
host: open_next
  -> phase_opened step=12 phase=debrief round=3 total=160000
ett: rate seat=1 safe=8 useful=7 again=9
  -> seat_done [Bord 1] seat=ett.1
ett: rate seat=2 safe=9 useful=7 again=9
  -> seat_done [Bord 1] seat=ett.2
ett: rate seat=3 safe=8 useful=6 again=8
  -> seat_done [Bord 1] seat=ett.3
ett: rate seat=4 safe=7 useful=7 again=9
  -> seat_done [Bord 1] seat=ett.4
två: rate seat=1 safe=8 useful=7 again=9
  -> seat_done [Bord 2] seat=två.1
två: rate seat=2 safe=10 useful=7 again=9
  -> seat_done [Bord 2] seat=två.2
två: rate seat=3
  -> seat_done [Bord 2] seat=två.3
tre: rate seat=1 safe=8 useful=9 again=9
  -> seat_done [Bord 3] seat=tre.1
tre: rate seat=2 safe=8 useful=7 again=10
  -> seat_done [Bord 3] seat=tre.2
anna: rate seat=1 safe=8 useful=7 again=9
  -> seat_done [Bord 3] seat=anna.1
sena: rate seat=1 safe=8 useful=7 again=9
  -> seat_done [Bord 4] seat=sena.1
sena: rate seat=2 safe=8 useful=8 again=9
  -> seat_done [Bord 4] seat=sena.2
see host
  + host (host)
  | room     4 tables, 13 seats
  | stage    step 13/13, debrief: debrief 3, 160 s of 160 s
  | hall     3 of 4 tables done; chart «Gröna raggsockor» [3, 4, 1, 1] -> [4, 5, 1, 0], 5 of 10 changed, 10 seats at 3 tables; chart «Luren i handen, någon vid disken» [4, 4, 4, 0] -> [9, 2, 2, 0], 5 of 13 changed, 12 seats at 4 tables; act «Vi frågar chefen i tid.»; pledge «När någon väntar / så ska jag säga att jag har sett dem»
  | host     1 cards to deal; 13 of 13 steps begun; led by host; shows card:motet/luren-och-disken card:motet/sockorna; check-in [0, 1, 1, 1, 1, 0, 2, 1, 1, 0]; chart «Gröna raggsockor» [3, 4, 1, 1] -> [4, 5, 1, 0], 5 of 10 changed, 10 seats at 3 tables; chart «Luren i handen, någon vid disken» [4, 4, 4, 0] -> [9, 2, 2, 0], 5 of 13 changed, 12 seats at 4 tables; act «Vi frågar chefen i tid.»; strengthen «Vi tackar först.» (held); pledge «När någon väntar / så ska jag säga att jag har sett dem»
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock open_next pause release_text remove_station send_message set_clock set_pace show_result skip_step
  | tile     Bord 1: 4 of 4 present, debrief 3, 4 of 4 done, 160 s left
  | tile     Bord 2: 3 of 3 present, debrief 3, 3 of 3 done, 160 s left
  | tile     Bord 3: 3 of 3 present, debrief 3, 3 of 3 done, 160 s left
  | tile     Bord 4: 3 of 3 present, debrief 3, 2 of 3 done, 160 s left
sena: rate seat=3 safe=8 useful=7 again=9
  -> seat_done [Bord 4] seat=sena.3
  -> ratings_counted counts=(safe=[0 0 0 0 0 0 1 9 1 1] useful=[0 0 0 0 0 1 9 1 1 0] again=[0 0 0 0 0 0 0 1 10 1]) tables=(safe=4 useful=4 again=4)
host: show_result what=rating
  -> result_shown what=rating on=True
see hall ett host
  + hall (hall)
  | room     4 tables, 13 seats
  | stage    step 13/13, debrief: debrief 3, 160 s of 160 s
  | hall     4 of 4 tables done; chart «Gröna raggsockor» [3, 4, 1, 1] -> [4, 5, 1, 0], 5 of 10 changed, 10 seats at 3 tables; chart «Luren i handen, någon vid disken» [4, 4, 4, 0] -> [9, 2, 2, 0], 5 of 13 changed, 12 seats at 4 tables; rating {'safe': [0, 0, 0, 0, 0, 0, 1, 9, 1, 1], 'useful': [0, 0, 0, 0, 0, 1, 9, 1, 1, 0], 'again': [0, 0, 0, 0, 0, 0, 0, 1, 10, 1]}; act «Vi frågar chefen i tid.»; pledge «När någon väntar / så ska jag säga att jag har sett dem»
  | you      may leave
  + ett (table)
  | room     4 tables, 13 seats
  | stage    step 13/13, debrief: debrief 3, 160 s of 160 s
  | team     Bord 1: ett.1 ett.2 ett.3(reader) ett.4(writer), pass_around
  | progress 4 of 4 done
  | notes    1 strengthen «Vi tackar först.»; 2 strengthen «Vi säger regeln högt.»
  | hall     4 of 4 tables done; chart «Gröna raggsockor» [3, 4, 1, 1] -> [4, 5, 1, 0], 5 of 10 changed, 10 seats at 3 tables; chart «Luren i handen, någon vid disken» [4, 4, 4, 0] -> [9, 2, 2, 0], 5 of 13 changed, 12 seats at 4 tables; rating {'safe': [0, 0, 0, 0, 0, 0, 1, 9, 1, 1], 'useful': [0, 0, 0, 0, 0, 1, 9, 1, 1, 0], 'again': [0, 0, 0, 0, 0, 0, 0, 1, 10, 1]}; act «Vi frågar chefen i tid.»; pledge «När någon väntar / så ska jag säga att jag har sett dem»
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back raise_hand remove_seat suggest_card write_note; done ett.1 ett.2 ett.3 ett.4
  + host (host)
  | room     4 tables, 13 seats
  | stage    step 13/13, debrief: debrief 3, 160 s of 160 s
  | hall     4 of 4 tables done; chart «Gröna raggsockor» [3, 4, 1, 1] -> [4, 5, 1, 0], 5 of 10 changed, 10 seats at 3 tables; chart «Luren i handen, någon vid disken» [4, 4, 4, 0] -> [9, 2, 2, 0], 5 of 13 changed, 12 seats at 4 tables; rating {'safe': [0, 0, 0, 0, 0, 0, 1, 9, 1, 1], 'useful': [0, 0, 0, 0, 0, 1, 9, 1, 1, 0], 'again': [0, 0, 0, 0, 0, 0, 0, 1, 10, 1]}; act «Vi frågar chefen i tid.»; pledge «När någon väntar / så ska jag säga att jag har sett dem»
  | host     1 cards to deal; 13 of 13 steps begun; led by host; shows card:motet/luren-och-disken card:motet/sockorna rating; check-in [0, 1, 1, 1, 1, 0, 2, 1, 1, 0]; chart «Gröna raggsockor» [3, 4, 1, 1] -> [4, 5, 1, 0], 5 of 10 changed, 10 seats at 3 tables; chart «Luren i handen, någon vid disken» [4, 4, 4, 0] -> [9, 2, 2, 0], 5 of 13 changed, 12 seats at 4 tables; rating {'safe': [0, 0, 0, 0, 0, 0, 1, 9, 1, 1], 'useful': [0, 0, 0, 0, 0, 1, 9, 1, 1, 0], 'again': [0, 0, 0, 0, 0, 0, 0, 1, 10, 1]}; act «Vi frågar chefen i tid.»; strengthen «Vi tackar först.» (held); pledge «När någon väntar / så ska jag säga att jag har sett dem»
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock open_next pause release_text remove_station send_message set_clock set_pace show_result skip_step
  | tile     Bord 1: 4 of 4 present, debrief 3, 4 of 4 done, 160 s left
  | tile     Bord 2: 3 of 3 present, debrief 3, 3 of 3 done, 160 s left
  | tile     Bord 3: 3 of 3 present, debrief 3, 3 of 3 done, 160 s left
  | tile     Bord 4: 3 of 3 present, debrief 3, 3 of 3 done, 160 s left
host: open_next
  -> room_closed
see hall
  + hall (hall)
  | room     4 tables, 13 seats, closed
  | stage    step 14/13, -: closed 1
  | hall     4 of 4 tables done; chart «Gröna raggsockor» [3, 4, 1, 1] -> [4, 5, 1, 0], 5 of 10 changed, 10 seats at 3 tables; chart «Luren i handen, någon vid disken» [4, 4, 4, 0] -> [9, 2, 2, 0], 5 of 13 changed, 12 seats at 4 tables; rating {'safe': [0, 0, 0, 0, 0, 0, 1, 9, 1, 1], 'useful': [0, 0, 0, 0, 0, 1, 9, 1, 1, 0], 'again': [0, 0, 0, 0, 0, 0, 0, 1, 10, 1]}; act «Vi frågar chefen i tid.»; pledge «När någon väntar / så ska jag säga att jag har sett dem»
  | you      may nothing
