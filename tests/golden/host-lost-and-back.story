# Two host devices, next pressed twice; then the hosts are lost, a table goes on by itself, the server restarts,
# and the hosts come back and gather.

open "Halvdag" cards=motet/sockorna,motet/luren-och-disken k_tables=3
  -> frame checkin round round round break round round round harvest pledge debrief
enter hall screen
  -> station_entered station=hall who=screen
enter host host
  -> station_entered station=host who=host
enter host2 host
  -> station_entered station=host2 who=host
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

== Next, pressed on both devices
host: open_next
  -> phase_opened step=0 phase=frame total=180000
host2: again
  .. already so
see host
  + host (host)
  | room     2 tables, 7 seats
  | stage    step 1/12, frame: frame 1, 180 s of 180 s
  | hall     0 of 2 tables done
  | host     0 cards to deal; 1 of 12 steps begun; led by host host2
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock open_next pause release_text remove_station send_message set_clock set_pace show_result skip_step
  | tile     Bord 1: 4 of 4 present, frame 1, 180 s left
  | tile     Bord 2: 3 of 3 present, frame 1, 180 s left

host: open_next
  -> phase_opened step=1 phase=checkin total=60000
host: skip_step
  -> phase_opened step=2 phase=draw
host: again
  .. already so
host: skip_step
  -> phase_opened step=3 phase=draw
host: deal_card
  -> card_dealt card=motet/luren-och-disken
  -> phase_opened step=3 phase=read total=60000
host: open_next
  -> phase_opened step=3 phase=vote total=60000

== The hosts are gone; a minute is not enough
ett: votes a b - -
  -> vote_cast [Bord 1] seat=ett.1 round=1
  -> vote_cast [Bord 1] seat=ett.2 round=1
host_gone 1m
ett: continue_alone
  !! host_here: Spelledaren är kvar. Det går att fortsätta själva när spelledaren varit borta i tre minuter.
host_gone 3m
see ett
  + ett (table)
  | room     2 tables, 7 seats, host long_gone
  | stage    step 4/12, round: vote 1, card 2/6, 60 s of 60 s
  | team     Bord 1: ett.1(reader) ett.2(writer) ett.3 ett.4, pass_around, swap_left
  | progress 2 of 4 done
  | card     «Luren i handen, någon vid disken» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge add_seat call_timeout cast_vote close_vote continue_alone leave mark_away mark_back raise_hand remove_seat suggest_card vote_again; done ett.1 ett.2
ett: continue_alone
  -> team_set_free [Bord 1] until=session
ett: votes - - b b
  -> vote_cast [Bord 1] seat=ett.3 round=1
  -> vote_cast [Bord 1] seat=ett.4 round=1
  -> grace_set [Bord 1] ms=5000
wait 5s
  -> vote_closed [Bord 1] round=1
  -> phase_opened [Bord 1] step=3 phase=reveal total=15000
  -> revealed [Bord 1] counts=(votes=[1 3 0 0])
see ett två hall
  + ett (table)
  | room     2 tables, 7 seats, host long_gone
  | stage    step 4/12, round: reveal 1, card 2/6, 15 s of 15 s, alone
  | team     Bord 1: ett.1(reader) ett.2(writer) ett.3 ett.4, pass_around, swap_left
  | card     «Luren i handen, någon vid disken» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:1 b:3 c:0 d:0
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back open_next raise_hand remove_seat suggest_card
  + två (table)
  | room     2 tables, 7 seats, host long_gone
  | stage    step 4/12, round: vote 1, card 2/6, 55 s of 60 s
  | team     Bord 2: två.1(reader) två.2(writer) två.3, pass_around, swap_left
  | progress 0 of 3 done
  | card     «Luren i handen, någon vid disken» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge add_seat call_timeout cast_vote close_vote continue_alone leave mark_away mark_back raise_hand remove_seat suggest_card vote_again
  + hall (hall)
  | room     2 tables, 7 seats, host long_gone
  | stage    step 4/12, round: vote 1, card 2/6, 55 s of 60 s
  | card     «Luren i handen, någon vid disken» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | hall     0 of 2 tables done; silent
  | you      may leave
ett: open_next
  -> phase_opened [Bord 1] step=3 phase=talk total=360000
  -> prompts_laid [Bord 1] prompts=[least:a more:b unchosen:c~ question#1 question#2 question#3 question#4 ours]
ett: open_next
  -> phase_opened [Bord 1] step=3 phase=vote round=2 total=60000
ett: votes b b b b
  -> vote_cast [Bord 1] seat=ett.1 round=2
  -> vote_cast [Bord 1] seat=ett.2 round=2
  -> vote_cast [Bord 1] seat=ett.3 round=2
  -> vote_cast [Bord 1] seat=ett.4 round=2
  -> grace_set [Bord 1] ms=5000
wait 5s
  -> vote_closed [Bord 1] round=2
  -> phase_opened [Bord 1] step=3 phase=compare total=60000
  -> compared [Bord 1] step=3 moment=39 counts=(votes=[0 4 0 0]) changed=1 paired=4
see ett
  + ett (table)
  | room     2 tables, 7 seats, host long_gone
  | stage    step 4/12, round: compare 1, card 2/6, 60 s of 60 s, alone
  | team     Bord 1: ett.1(reader) ett.2(writer) ett.3 ett.4, pass_around, swap_left
  | card     «Luren i handen, någon vid disken» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:1 b:3 c:0 d:0; after a:0 b:4 c:0 d:0; 1 of 4 changed
  | hall     0 of 2 tables done; silent
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back open_next raise_hand remove_seat suggest_card

== The server restarts: everything stands, nothing moves by itself
restart
  -> paused why=restart
ett: open_next
  !! paused: Sessionen är pausad. Den fortsätter när spelledaren trycker Fortsätt.
see ett två host
  + ett (table)
  | room     2 tables, 7 seats, host long_gone
  | stage    step 4/12, round: compare 1, card 2/6, frozen 60 s of 60 s, paused by restart, alone
  | team     Bord 1: ett.1(reader) ett.2(writer) ett.3 ett.4, pass_around, swap_left
  | card     «Luren i handen, någon vid disken» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:1 b:3 c:0 d:0; after a:0 b:4 c:0 d:0; 1 of 4 changed
  | hall     0 of 2 tables done; silent
  | you      may acknowledge add_seat call_timeout choose_way continue_alone leave mark_away mark_back raise_hand remove_seat suggest_card
  + två (table)
  | room     2 tables, 7 seats, host long_gone
  | stage    step 4/12, round: vote 1, card 2/6, frozen 50 s of 60 s, paused by restart
  | team     Bord 2: två.1(reader) två.2(writer) två.3, pass_around, swap_left
  | progress 0 of 3 done
  | card     «Luren i handen, någon vid disken» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge add_seat call_timeout cast_vote continue_alone leave mark_away mark_back raise_hand remove_seat suggest_card vote_again
  + host (host)
  | room     2 tables, 7 seats, host long_gone
  | stage    step 4/12, round: vote 1, card 2/6, frozen 50 s of 60 s, paused by restart
  | card     «Luren i handen, någon vid disken» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | hall     0 of 2 tables done; silent
  | host     0 cards to deal; has the notes to the card; 4 of 12 steps begun; led by host host2
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock pause release_text remove_station resume send_message set_clock set_pace show_result vote_again
  | tile     Bord 1: 4 of 4 present, compare 1, alone, «Luren i handen, någon vid disken»
  | tile     Bord 2: 3 of 3 present, vote 1, 0 of 3 done, «Luren i handen, någon vid disken»
ett: continue_alone
  -> team_set_free [Bord 1] until=session
ett: open_next
  -> phase_opened [Bord 1] step=3 phase=perspective total=60000
see ett
  + ett (table)
  | room     2 tables, 7 seats, host long_gone
  | stage    step 4/12, round: perspective 1, card 2/6, 60 s of 60 s, alone
  | team     Bord 1: ett.1(reader) ett.2(writer) ett.3 ett.4, pass_around, swap_left
  | card     «Luren i handen, någon vid disken» (dilemma, heat 1); shows situation, questions, twist, perspective, prevent, 4 options with what speaks for each; may be voted a b c d own
  | result   before a:1 b:3 c:0 d:0; after a:0 b:4 c:0 d:0; 1 of 4 changed
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back open_next raise_hand remove_seat suggest_card

== A host is back and gathers: the votes of the table that was ahead stand
host_gone 0s
host2: resume
  -> resumed
host: gather_teams
  -> team_gathered [Bord 1]
see ett två hall
  + ett (table)
  | room     2 tables, 7 seats
  | stage    step 4/12, round: vote 1, card 2/6, 50 s of 60 s
  | team     Bord 1: ett.1(reader) ett.2(writer) ett.3 ett.4, pass_around, swap_left
  | progress 4 of 4 done, closed
  | card     «Luren i handen, någon vid disken» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge add_seat call_timeout leave mark_away mark_back raise_hand remove_seat suggest_card; done ett.1 ett.2 ett.3 ett.4
  + två (table)
  | room     2 tables, 7 seats
  | stage    step 4/12, round: vote 1, card 2/6, 50 s of 60 s
  | team     Bord 2: två.1(reader) två.2(writer) två.3, pass_around, swap_left
  | progress 0 of 3 done
  | card     «Luren i handen, någon vid disken» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge add_seat call_timeout cast_vote close_vote leave mark_away mark_back raise_hand remove_seat suggest_card vote_again
  + hall (hall)
  | room     2 tables, 7 seats
  | stage    step 4/12, round: vote 1, card 2/6, 50 s of 60 s
  | card     «Luren i handen, någon vid disken» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | hall     1 of 2 tables done; silent
  | you      may leave
två: votes a a b
  -> vote_cast [Bord 2] seat=två.1 round=1
  -> vote_cast [Bord 2] seat=två.2 round=1
  -> vote_cast [Bord 2] seat=två.3 round=1
  -> grace_set [Bord 2] ms=5000
wait 5s
  -> vote_closed [Bord 2] round=1
host: open_next
  -> phase_opened step=3 phase=reveal total=15000
  -> revealed [Bord 2] counts=(votes=[2 1 0 0])
host: open_next
  -> phase_opened step=3 phase=talk total=360000
  -> prompts_laid [Bord 1] prompts=[least:a more:b unchosen:c~ question#1 question#2 question#3 question#4 ours]
  -> prompts_laid [Bord 2] prompts=[least:b more:a unchosen:d~ question#1 question#2 question#3 question#4 ours]
host: open_next
  -> phase_opened step=3 phase=vote round=2 total=60000
två: votes b b b
  -> vote_cast [Bord 2] seat=två.1 round=2
  -> vote_cast [Bord 2] seat=två.2 round=2
  -> vote_cast [Bord 2] seat=två.3 round=2
  -> grace_set [Bord 2] ms=5000
wait 5s
  -> vote_closed [Bord 2] round=2
host: open_next
  -> phase_opened step=3 phase=compare total=60000
  -> compared [Bord 2] step=3 moment=63 counts=(votes=[0 3 0 0]) changed=2 paired=3
see ett två host
  + ett (table)
  | room     2 tables, 7 seats
  | stage    step 4/12, round: compare 1, card 2/6, 60 s of 60 s
  | team     Bord 1: ett.1(reader) ett.2(writer) ett.3 ett.4, pass_around, swap_left
  | card     «Luren i handen, någon vid disken» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:1 b:3 c:0 d:0; after a:0 b:4 c:0 d:0; 1 of 4 changed
  | hall     0 of 2 tables done; silent
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back raise_hand remove_seat suggest_card
  + två (table)
  | room     2 tables, 7 seats
  | stage    step 4/12, round: compare 1, card 2/6, 60 s of 60 s
  | team     Bord 2: två.1(reader) två.2(writer) två.3, pass_around, swap_left
  | card     «Luren i handen, någon vid disken» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:2 b:1 c:0 d:0; after a:0 b:3 c:0 d:0; 2 of 3 changed
  | hall     0 of 2 tables done; silent
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back raise_hand remove_seat suggest_card
  + host (host)
  | room     2 tables, 7 seats
  | stage    step 4/12, round: compare 1, card 2/6, 60 s of 60 s
  | card     «Luren i handen, någon vid disken» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | hall     0 of 2 tables done; silent
  | host     0 cards to deal; has the notes to the card; 4 of 12 steps begun; led by host host2
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock open_next pause release_text remove_station send_message set_clock set_pace show_result skip_step
  | tile     Bord 1: 4 of 4 present, compare 1, 60 s left, «Luren i handen, någon vid disken»
  | tile     Bord 2: 3 of 3 present, compare 1, 60 s left, «Luren i handen, någon vid disken»
host: lock on=yes
  -> locked on=True
enter sen table seats=2
  !! room_locked: Rummet är låst för nya skärmar. Be spelledaren låsa upp.
host2: close_room
  -> room_closed
see hall ett host
  + hall (hall)
  | room     2 tables, 7 seats, locked, closed
  | stage    step 13/12, -: closed 1
  | hall     2 of 2 tables done
  | you      may nothing
  + ett (table)
  | room     2 tables, 7 seats, locked, closed
  | stage    step 13/12, -: closed 1
  | team     Bord 1: ett.1(reader) ett.2(writer) ett.3 ett.4, pass_around
  | keep     «Luren i handen, någon vid disken»; agreed -
  | hall     2 of 2 tables done
  | you      may nothing
  + host (host)
  | room     2 tables, 7 seats, locked, closed
  | stage    step 13/12, -: closed 1
  | hall     2 of 2 tables done
  | host     0 cards to deal; 5 of 12 steps begun; led by host host2
  | you      may nothing
  | tile     Bord 1: 4 of 4 present, closed 1
  | tile     Bord 2: 3 of 3 present, closed 1
