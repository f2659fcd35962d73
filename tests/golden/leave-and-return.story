# Somebody loses the net in the first vote and comes back as a listener; somebody steps out; a late person comes.

open "APT 30" cards=motet/luren-och-disken
  -> frame checkin round pledge
enter host host
  -> station_entered station=host who=host
enter bord table seats=3
  -> team_opened [Bord 1] number=1
  -> station_entered [Bord 1] station=bord who=table
  -> seat_taken [Bord 1] seat=bord.1 station=bord symbol=0
  -> seat_taken [Bord 1] seat=bord.2 station=bord symbol=1
  -> seat_taken [Bord 1] seat=bord.3 station=bord symbol=2
enter anna solo team=1
  -> station_entered [Bord 1] station=anna who=solo
  -> seat_taken [Bord 1] seat=anna.1 station=anna symbol=3
host: open_next
  -> phase_opened step=0 phase=frame total=180000
bord: open_next
  -> phase_opened [Bord 1] step=1 phase=checkin total=60000
bord: open_next
  -> phase_opened [Bord 1] step=1 phase=checkin round=2 total=120000
bord: open_next
  -> phase_opened [Bord 1] step=2 phase=draw
  -> cards_offered [Bord 1] cards=[motet/luren-och-disken]
bord: draw_card
  -> card_dealt [Bord 1] card=motet/luren-och-disken
  -> phase_opened [Bord 1] step=2 phase=read total=60000
bord: open_next
  -> phase_opened [Bord 1] step=2 phase=vote total=60000

== Anna's screen falls silent, so nobody waits for her
bord: votes a b b
  -> vote_cast [Bord 1] seat=bord.1 round=1
  -> vote_cast [Bord 1] seat=bord.2 round=1
  -> vote_cast [Bord 1] seat=bord.3 round=1
silence anna
  -> seat_away [Bord 1] seat=anna.1 silent=True
  -> grace_set [Bord 1] ms=5000
see bord anna
  + bord (table)
  | room     1 tables, 4 seats
  | stage    step 3/4, round: vote 1, card 1/1, 60 s of 60 s
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 anna.1(away), pass_around, remote, swap_left
  | progress 3 of 3 done, closes in 5 s
  | card     «Luren i handen, någon vid disken» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge add_seat call_timeout cast_vote close_vote leave mark_away mark_back open_next raise_hand remove_seat suggest_card vote_again; done bord.1 bord.2 bord.3
  + anna (solo)
  | room     1 tables, 4 seats
  | stage    step 3/4, round: vote 1, card 1/1, 60 s of 60 s
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 anna.1(away), pass_around, remote, swap_left
  | progress 3 of 3 done, closes in 5 s
  | card     «Luren i handen, någon vid disken» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge call_timeout cast_vote leave mark_away mark_back raise_hand suggest_card
wait 5s
  -> vote_closed [Bord 1] round=1
  -> phase_opened [Bord 1] step=2 phase=reveal total=15000
  -> revealed [Bord 1] counts=(votes=[1 2 0 0])
hear anna
  -> seat_back [Bord 1] seat=anna.1
see anna
  + anna (solo)
  | room     1 tables, 4 seats
  | stage    step 3/4, round: reveal 1, card 1/1, 15 s of 15 s
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 anna.1, pass_around, remote, swap_left
  | card     «Luren i handen, någon vid disken» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:1 b:2 c:0 d:0
  | you      may acknowledge call_timeout leave mark_away mark_back raise_hand suggest_card; listeners anna.1
bord: open_next
  -> phase_opened [Bord 1] step=2 phase=talk total=360000
  -> prompts_laid [Bord 1] prompts=[least:a more:b unchosen:d~ question#1 question#2 question#3 question#4 ours]
see anna bord
  + anna (solo)
  | room     1 tables, 4 seats
  | stage    step 3/4, round: talk 1, card 1/1, 360 s of 360 s
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 anna.1, pass_around, remote, swap_left
  | card     «Luren i handen, någon vid disken» (dilemma, heat 1); shows situation, questions, 4 options; may be voted a b c d own
  | result   before a:1 b:2 c:0 d:0
  | talk     [least a], more b, unchosen d (drawn), question 1, question 2, question 3, question 4, ours
  | you      may acknowledge ask_time call_timeout leave mark_away mark_back raise_hand suggest_card; listeners anna.1
  + bord (table)
  | room     1 tables, 4 seats
  | stage    step 3/4, round: talk 1, card 1/1, 360 s of 360 s
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 anna.1, pass_around, remote, swap_left
  | card     «Luren i handen, någon vid disken» (dilemma, heat 1); shows situation, questions, 4 options; may be voted a b c d own
  | result   before a:1 b:2 c:0 d:0
  | talk     [least a], more b, unchosen d (drawn), question 1, question 2, question 3, question 4, ours
  | you      may acknowledge add_seat ask_time call_timeout leave mark_away mark_back open_next open_twist raise_hand remove_seat show_prompt suggest_card

== She talks, and listens in the second vote; a late person does the same
enter dag solo team=1
  -> station_entered [Bord 1] station=dag who=solo
  -> seat_taken [Bord 1] seat=dag.1 station=dag symbol=4
bord: open_next
  -> phase_opened [Bord 1] step=2 phase=vote round=2 total=70000
anna: cast_vote seat=1 choice=a
  !! listener: Den här platsen lyssnar på det här kortet, eftersom den inte var med i första omröstningen. Prata gärna med – på nästa kort röstar ni alla.
dag: cast_vote seat=1 choice=a
  !! listener: Den här platsen lyssnar på det här kortet, eftersom den inte var med i första omröstningen. Prata gärna med – på nästa kort röstar ni alla.
bord: mark_away seat=2
  -> seat_away [Bord 1] seat=bord.2
see anna dag bord
  + anna (solo)
  | room     1 tables, 5 seats
  | stage    step 3/4, round: vote 2, card 1/1, 70 s of 70 s
  | team     Bord 1: bord.1(reader) bord.2(away) bord.3(writer) anna.1 dag.1, pass_around, remote, swap_left
  | progress 0 of 2 done
  | card     «Luren i handen, någon vid disken» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge call_timeout leave mark_away mark_back raise_hand suggest_card; listeners anna.1
  + dag (solo)
  | room     1 tables, 5 seats
  | stage    step 3/4, round: vote 2, card 1/1, 70 s of 70 s
  | team     Bord 1: bord.1(reader) bord.2(away) bord.3(writer) anna.1 dag.1, pass_around, remote, swap_left
  | progress 0 of 2 done
  | card     «Luren i handen, någon vid disken» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge call_timeout leave mark_away mark_back raise_hand suggest_card; listeners dag.1
  + bord (table)
  | room     1 tables, 5 seats
  | stage    step 3/4, round: vote 2, card 1/1, 70 s of 70 s
  | team     Bord 1: bord.1(reader) bord.2(away) bord.3(writer) anna.1 dag.1, pass_around, remote, swap_left
  | progress 0 of 2 done
  | card     «Luren i handen, någon vid disken» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge add_seat call_timeout cast_vote close_vote leave mark_away mark_back open_next raise_hand remove_seat suggest_card vote_again
bord: votes b - b
  -> vote_cast [Bord 1] seat=bord.1 round=2
  -> vote_cast [Bord 1] seat=bord.3 round=2
  -> grace_set [Bord 1] ms=5000
wait 5s
  -> vote_closed [Bord 1] round=2
  -> phase_opened [Bord 1] step=2 phase=compare total=60000
see bord anna
  + bord (table)
  | room     1 tables, 5 seats
  | stage    step 3/4, round: compare 1, card 1/1, 60 s of 60 s
  | team     Bord 1: bord.1(reader) bord.2(away) bord.3(writer) anna.1 dag.1, pass_around, remote, swap_left
  | card     «Luren i handen, någon vid disken» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:1 b:2 c:0 d:0
  | hall     0 of 1 tables done
  | you      may acknowledge add_seat call_timeout leave mark_away mark_back open_next raise_hand remove_seat suggest_card
  + anna (solo)
  | room     1 tables, 5 seats
  | stage    step 3/4, round: compare 1, card 1/1, 60 s of 60 s
  | team     Bord 1: bord.1(reader) bord.2(away) bord.3(writer) anna.1 dag.1, pass_around, remote, swap_left
  | card     «Luren i handen, någon vid disken» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:1 b:2 c:0 d:0
  | hall     0 of 1 tables done
  | you      may acknowledge call_timeout leave mark_away mark_back raise_hand suggest_card; listeners anna.1

== Back again: a seat that acts is back, whatever was thought of it
bord: open_next
  -> phase_opened [Bord 1] step=2 phase=perspective total=60000
bord: open_next
  -> phase_opened [Bord 1] step=2 phase=note total=60000
bord: mark_back seat=2
  -> seat_back [Bord 1] seat=bord.2
bord: mark_away seat=anna.1
  -> seat_away [Bord 1] seat=anna.1
bord: open_next
  -> phase_opened [Bord 1] step=3 phase=pledge total=360000
anna: make_pledge seat=1 when="När telefonen ringer" then="så ska jag be om en minut"
  -> seat_back [Bord 1] seat=anna.1
  -> seat_done [Bord 1] seat=anna.1
see anna
  + anna (solo)
  | room     1 tables, 5 seats
  | stage    step 4/4, pledge: pledge 1, 360 s of 360 s
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 anna.1 dag.1, pass_around, remote
  | progress 1 of 5 done
  | pledge   12 starters
  | hall     0 of 1 tables done
  | you      may acknowledge call_timeout leave make_pledge mark_away mark_back raise_hand suggest_card write_note; done anna.1
anna: leave
  -> station_removed [Bord 1] station=anna barred=False
anna: acknowledge
  !! unknown_station: Den skärmen finns inte i rummet.
bord: remove_seat seat=3
  -> seat_left [Bord 1] seat=s6
see bord host
  + bord (table)
  | room     1 tables, 3 seats
  | stage    step 4/4, pledge: pledge 1, 360 s of 360 s
  | team     Bord 1: bord.1(reader) bord.2(writer) dag.1, pass_around, remote
  | progress 0 of 3 done
  | pledge   12 starters
  | hall     0 of 1 tables done
  | you      may acknowledge add_seat call_timeout leave make_pledge mark_away mark_back open_next raise_hand remove_seat suggest_card write_note
  + host (host)
  | room     1 tables, 3 seats
  | stage    step 1/4, frame: frame 1, 170 s of 180 s
  | hall     0 of 1 tables done
  | host     0 cards to deal; 4 of 4 steps begun; led by host
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock pause release_text remove_station send_message set_clock set_pace show_result
  | tile     Bord 1: 3 of 3 present, pledge 1, 0 of 3 done, 360 s left
bord: open_next
  -> phase_opened [Bord 1] step=4 phase=closed
host: close_room
  -> room_closed
