# Three tables meet again: the check-in then and now, how it went with the pledges, the card that moved most, and a
# new one.

open "Halvdag" cards=motet/sockorna pile=motet/snarkningen,motet/plogvallen
  -> frame checkin practice round round round break round round round harvest pledge debrief
enter host host
  -> station_entered station=host who=host
enter ett table seats=2 team=1
  -> team_opened [Bord 1] number=1
  -> station_entered [Bord 1] station=ett who=table
  -> seat_taken [Bord 1] seat=ett.1 station=ett symbol=0
  -> seat_taken [Bord 1] seat=ett.2 station=ett symbol=1
enter två table seats=2 team=2
  -> team_opened [Bord 2] number=2
  -> station_entered [Bord 2] station=två who=table
  -> seat_taken [Bord 2] seat=två.1 station=två symbol=0
  -> seat_taken [Bord 2] seat=två.2 station=två symbol=1
enter tre table seats=2 team=3
  -> team_opened [Bord 3] number=3
  -> station_entered [Bord 3] station=tre who=table
  -> seat_taken [Bord 3] seat=tre.1 station=tre symbol=0
  -> seat_taken [Bord 3] seat=tre.2 station=tre symbol=1
host: open_next
  -> phase_opened step=0 phase=frame total=180000
host: open_next
  -> phase_opened step=1 phase=checkin total=60000
ett: checks_in 3 4
  -> seat_done [Bord 1] seat=ett.1
  -> seat_done [Bord 1] seat=ett.2
två: checks_in 7 7
  -> seat_done [Bord 2] seat=två.1
  -> seat_done [Bord 2] seat=två.2
tre: checks_in 5 6
  -> seat_done [Bord 3] seat=tre.1
  -> seat_done [Bord 3] seat=tre.2
host: open_next
  -> phase_opened step=1 phase=checkin round=2 total=120000
  -> checkin_counted counts=[0 0 1 1 1 1 2 0 0 0] tables=3
host: skip_step
  -> phase_opened step=2 phase=practice
  -> card_dealt card=motet/snarkningen practice=True
host: skip_step
  -> phase_opened step=3 phase=draw

== The card that will be played again
host: deal_card ready=yes
  -> card_dealt card=motet/sockorna
  -> phase_opened step=3 phase=read total=60000
host: open_next
  -> phase_opened step=3 phase=vote total=40000
ett: votes a b
  -> vote_cast [Bord 1] seat=ett.1 round=1
  -> vote_cast [Bord 1] seat=ett.2 round=1
  -> grace_set [Bord 1] ms=5000
två: votes a a
  -> vote_cast [Bord 2] seat=två.1 round=1
  -> vote_cast [Bord 2] seat=två.2 round=1
  -> grace_set [Bord 2] ms=5000
tre: votes c a
  -> vote_cast [Bord 3] seat=tre.1 round=1
  -> vote_cast [Bord 3] seat=tre.2 round=1
  -> grace_set [Bord 3] ms=5000
host: open_next
  -> vote_closed [Bord 1] round=1
  -> vote_closed [Bord 2] round=1
  -> vote_closed [Bord 3] round=1
  -> phase_opened step=3 phase=reveal total=15000
  -> revealed [Bord 1] counts=(votes=[1 1 0 0])
  -> revealed [Bord 2] counts=(votes=[2 0 0 0])
  -> revealed [Bord 3] counts=(votes=[1 0 1 0])
host: open_next
  -> phase_opened step=3 phase=talk total=360000
  -> prompts_laid [Bord 1] prompts=[least:b~ more:a~ unchosen:c~ question#1 question#2 question#3 question#4 ours]
  -> prompts_laid [Bord 2] prompts=[unanimous:a question#1 question#2 question#3 question#4 ours]
  -> prompts_laid [Bord 3] prompts=[least:c~ more:a~ unchosen:b~ question#1 question#2 question#3 question#4 ours]
host: open_next
  -> phase_opened step=3 phase=vote round=2 total=40000
ett: votes b b
  -> vote_cast [Bord 1] seat=ett.1 round=2
  -> vote_cast [Bord 1] seat=ett.2 round=2
  -> grace_set [Bord 1] ms=5000
två: votes a b
  -> vote_cast [Bord 2] seat=två.1 round=2
  -> vote_cast [Bord 2] seat=två.2 round=2
  -> grace_set [Bord 2] ms=5000
tre: votes b b
  -> vote_cast [Bord 3] seat=tre.1 round=2
  -> vote_cast [Bord 3] seat=tre.2 round=2
  -> grace_set [Bord 3] ms=5000
host: open_next
  -> vote_closed [Bord 1] round=2
  -> vote_closed [Bord 2] round=2
  -> vote_closed [Bord 3] round=2
  -> phase_opened step=3 phase=compare total=60000
  -> compared [Bord 1] step=3 moment=60 counts=(votes=[0 2 0 0])
  -> compared [Bord 2] step=3 moment=60 counts=(votes=[1 1 0 0])
  -> compared [Bord 3] step=3 moment=60 counts=(votes=[0 2 0 0])
host: open_next
  -> phase_opened step=3 phase=perspective total=60000
host: close_room
  -> room_closed

== Some weeks later
follow_up
  -> checkin:incheckning/dagsform recall round:motet/sockorna round; then {'room': 'r1', 'date': '2026-11-22', 'checkin': (0, 0, 1, 1, 1, 1, 2, 0, 0, 0), 'card': 'motet/sockorna', 'before': (4, 1, 1, 0), 'after': (1, 5, 0, 0), 'seats': 6, 'tables': 3, 'moved': 67, 'largest': 83}
enter hall screen
  -> station_entered station=hall who=screen
enter host host
  -> station_entered station=host who=host
enter ett table seats=2 team=1
  -> team_opened [Bord 1] number=1
  -> station_entered [Bord 1] station=ett who=table
  -> seat_taken [Bord 1] seat=ett.1 station=ett symbol=0
  -> seat_taken [Bord 1] seat=ett.2 station=ett symbol=1
enter två table seats=2 team=2
  -> team_opened [Bord 2] number=2
  -> station_entered [Bord 2] station=två who=table
  -> seat_taken [Bord 2] seat=två.1 station=två symbol=0
  -> seat_taken [Bord 2] seat=två.2 station=två symbol=1
enter anna solo team=3
  -> team_opened [Bord 3] number=3
  -> station_entered [Bord 3] station=anna who=solo
  -> seat_taken [Bord 3] seat=anna.1 station=anna symbol=0
enter bo solo team=3
  -> station_entered [Bord 3] station=bo who=solo
  -> seat_taken [Bord 3] seat=bo.1 station=bo symbol=1
enter eva solo team=3
  -> station_entered [Bord 3] station=eva who=solo
  -> seat_taken [Bord 3] seat=eva.1 station=eva symbol=2
host: open_next
  -> phase_opened step=0 phase=checkin total=60000
ett: checks_in 8 8
  -> seat_done [Bord 1] seat=ett.1
  -> seat_done [Bord 1] seat=ett.2
två: checks_in 7 9
  -> seat_done [Bord 2] seat=två.1
  -> seat_done [Bord 2] seat=två.2
anna: check_in seat=1 number=6
  -> seat_done [Bord 3] seat=anna.1
bo: check_in seat=1 number=8
  -> seat_done [Bord 3] seat=bo.1
eva: check_in seat=1
  -> seat_done [Bord 3] seat=eva.1
host: open_next
  -> phase_opened step=0 phase=checkin round=2 total=120000
  -> checkin_counted counts=[0 0 0 0 0 1 1 3 1 0] tables=3
host: show_result what=checkin
  -> result_shown what=checkin on=True
see hall
  + hall (hall)
  | room     3 tables, 7 seats
  | stage    step 1/4, checkin: checkin 2, 120 s of 120 s
  | card     «Var är du på skalan?» (scale, heat 1); shows situation, low, high, questions; may be voted 1 2 3 4 5 6 7 8 9 10
  | hall     0 of 3 tables done; median 8; then check-in [0, 0, 1, 1, 1, 1, 2, 0, 0, 0]; check-in [0, 0, 0, 0, 0, 1, 1, 3, 1, 0]
  | you      may leave

== How it went
host: open_next
  -> phase_opened step=1 phase=recall total=216000
ett: recall_pledge seat=1 kept=done
  -> seat_done [Bord 1] seat=ett.1
ett: recall_pledge seat=2 kept=partly
  -> seat_done [Bord 1] seat=ett.2
två: recall_pledge seat=1
  -> seat_done [Bord 2] seat=två.1
två: recall_pledge seat=2 kept=not_yet
  -> seat_done [Bord 2] seat=två.2
två: recall_pledge seat=1 kept=done
  -> seat_done [Bord 2] seat=två.1
anna: recall_pledge seat=1 kept=done
  -> seat_done [Bord 3] seat=anna.1
bo: recall_pledge seat=1 kept=not_yet
  -> seat_done [Bord 3] seat=bo.1
eva: recall_pledge seat=1 kept=done
  -> seat_done [Bord 3] seat=eva.1
see anna host
  + anna (solo)
  | room     3 tables, 7 seats
  | stage    step 2/4, recall: recall 1, 216 s of 216 s
  | team     Bord 3: anna.1(reader) bo.1(writer) eva.1, pass_around, remote
  | progress 3 of 3 done
  | recall   after 2026-11-22
  | hall     3 of 3 tables done
  | you      may acknowledge call_timeout leave mark_away mark_back raise_hand recall_pledge suggest_card; done anna.1; own anna.1 {'kept': 'done'}
  + host (host)
  | room     3 tables, 7 seats
  | stage    step 2/4, recall: recall 1, 216 s of 216 s
  | hall     3 of 3 tables done
  | host     2 cards to deal; 2 of 4 steps begun; led by host; check-in [0, 0, 0, 0, 0, 1, 1, 3, 1, 0]
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock open_next pause release_text remove_station send_message set_clock set_pace show_result skip_step
  | tile     Bord 1: 2 of 2 present, recall 1, 2 of 2 done, 216 s left
  | tile     Bord 2: 2 of 2 present, recall 1, 2 of 2 done, 216 s left
  | tile     Bord 3: 3 of 3 present, recall 1, 3 of 3 done, 216 s left
host: open_next
  -> phase_opened step=1 phase=recall round=2 total=144000
  -> recall_counted counts=[4 1 2] tables=3
anna: recall_pledge seat=1 kept=partly
  !! wrong_phase: Det går inte i det här steget. Skärmen visar vad som går att göra nu.
host: show_result what=recall
  -> result_shown what=recall on=True
see hall anna
  + hall (hall)
  | room     3 tables, 7 seats
  | stage    step 2/4, recall: recall 2, 144 s of 144 s
  | hall     0 of 3 tables done; recalled [4, 1, 2]
  | you      may leave
  + anna (solo)
  | room     3 tables, 7 seats
  | stage    step 2/4, recall: recall 2, 144 s of 144 s
  | team     Bord 3: anna.1(reader) bo.1(writer) eva.1, pass_around, remote
  | recall   after 2026-11-22
  | hall     0 of 3 tables done; recalled [4, 1, 2]
  | you      may acknowledge call_timeout leave mark_away mark_back raise_hand suggest_card

== The same card again
host: open_next
  -> phase_opened step=2 phase=draw
host: deal_card ready=yes
  -> card_dealt card=motet/sockorna
  -> phase_opened step=2 phase=read total=60000
host: open_next
  -> phase_opened step=2 phase=vote total=40000
ett: votes b b
  -> vote_cast [Bord 1] seat=ett.1 round=1
  -> vote_cast [Bord 1] seat=ett.2 round=1
  -> grace_set [Bord 1] ms=5000
två: votes a b
  -> vote_cast [Bord 2] seat=två.1 round=1
  -> vote_cast [Bord 2] seat=två.2 round=1
  -> grace_set [Bord 2] ms=5000
anna: votes b
  -> vote_cast [Bord 3] seat=anna.1 round=1
bo: votes a
  -> vote_cast [Bord 3] seat=bo.1 round=1
eva: votes b
  -> vote_cast [Bord 3] seat=eva.1 round=1
  -> grace_set [Bord 3] ms=5000
host: open_next
  -> vote_closed [Bord 1] round=1
  -> vote_closed [Bord 2] round=1
  -> vote_closed [Bord 3] round=1
  -> phase_opened step=2 phase=reveal total=15000
  -> revealed [Bord 1] counts=(votes=[0 2 0 0])
  -> revealed [Bord 2] counts=(votes=[1 1 0 0])
  -> revealed [Bord 3] counts=(votes=[1 2 0 0])
host: open_next
  -> phase_opened step=2 phase=talk total=360000
  -> prompts_laid [Bord 1] prompts=[unanimous:b question#1 question#2 question#3 question#4 ours]
  -> prompts_laid [Bord 2] prompts=[least:a~ more:b~ unchosen:c~ question#1 question#2 question#3 question#4 ours]
  -> prompts_laid [Bord 3] prompts=[least:a more:b unchosen:c~ question#1 question#2 question#3 question#4 ours]
host: open_next
  -> phase_opened step=2 phase=vote round=2 total=40000
ett: votes b b
  -> vote_cast [Bord 1] seat=ett.1 round=2
  -> vote_cast [Bord 1] seat=ett.2 round=2
  -> grace_set [Bord 1] ms=5000
två: votes b b
  -> vote_cast [Bord 2] seat=två.1 round=2
  -> vote_cast [Bord 2] seat=två.2 round=2
  -> grace_set [Bord 2] ms=5000
anna: votes b
  -> vote_cast [Bord 3] seat=anna.1 round=2
bo: votes b
  -> vote_cast [Bord 3] seat=bo.1 round=2
eva: votes b
  -> vote_cast [Bord 3] seat=eva.1 round=2
  -> grace_set [Bord 3] ms=5000
host: open_next
  -> vote_closed [Bord 1] round=2
  -> vote_closed [Bord 2] round=2
  -> vote_closed [Bord 3] round=2
  -> phase_opened step=2 phase=compare total=60000
  -> compared [Bord 1] step=2 moment=77 counts=(votes=[0 2 0 0])
  -> compared [Bord 2] step=2 moment=77 counts=(votes=[0 2 0 0])
  -> compared [Bord 3] step=2 moment=77 counts=(votes=[0 3 0 0]) changed=1 paired=3
host: show_result what=card:motet/sockorna
  -> result_shown what=card:motet/sockorna on=True
see hall
  + hall (hall)
  | room     3 tables, 7 seats
  | stage    step 3/4, round: compare 1, card 1/2, 60 s of 60 s
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | hall     0 of 3 tables done; then motet/sockorna [4, 1, 1, 0] -> [1, 5, 0, 0]; chart «Gröna raggsockor» [2, 5, 0, 0] -> [0, 7, 0, 0], 0 of 0 changed, 7 seats at 3 tables
  | you      may leave
host: open_next
  -> phase_opened step=2 phase=perspective total=60000
host: open_next
  -> phase_opened step=2 phase=note total=60000
host: open_next
  -> phase_opened step=3 phase=draw
see host
  + host (host)
  | room     3 tables, 7 seats
  | stage    step 4/4, round: draw 1, card 2/2
  | hall     0 of 3 tables done; then motet/sockorna [4, 1, 1, 0] -> [1, 5, 0, 0]; chart «Gröna raggsockor» [2, 5, 0, 0] -> [0, 7, 0, 0], 0 of 0 changed, 7 seats at 3 tables
  | host     2 cards to deal; 4 of 4 steps begun; led by host; shows card:motet/sockorna; check-in [0, 0, 0, 0, 0, 1, 1, 3, 1, 0]; recalled [4, 1, 2]; chart «Gröna raggsockor» [2, 5, 0, 0] -> [0, 7, 0, 0], 0 of 0 changed, 7 seats at 3 tables
  | you      may arrange_steps close_room deal_card gather_teams group_texts hand_over leave lock pause release_text remove_station send_message set_clock set_pace show_result skip_step
  | tile     Bord 1: 2 of 2 present, draw 1
  | tile     Bord 2: 2 of 2 present, draw 1
  | tile     Bord 3: 3 of 3 present, draw 1
host: close_room
  -> room_closed
