# APT 60: three people on screens of their own and two round a machine, at one table. Confidence is given;
# a mirror of all: a heavy card is turned and accepted; the harvest needs a marking.

open "APT 60" cards=motet/nummer-61,motet/nagon-annan pile=motet/plogvallen,motet/slapet-17-56
  -> frame checkin round round round harvest pledge
enter host host
  -> station_entered station=host who=host
enter bord table seats=2
  -> team_opened [Bord 1] number=1
  -> station_entered [Bord 1] station=bord who=table
  -> seat_taken [Bord 1] seat=bord.1 station=bord symbol=0
  -> seat_taken [Bord 1] seat=bord.2 station=bord symbol=1
enter anna solo team=1
  -> station_entered [Bord 1] station=anna who=solo
  -> seat_taken [Bord 1] seat=anna.1 station=anna symbol=2
enter bo solo team=1
  -> station_entered [Bord 1] station=bo who=solo
  -> seat_taken [Bord 1] seat=bo.1 station=bo symbol=3
enter cilla solo team=1
  -> station_entered [Bord 1] station=cilla who=solo
  -> seat_taken [Bord 1] seat=cilla.1 station=cilla symbol=4
enter vägg screen team=1
  -> station_entered [Bord 1] station=vägg who=screen
host: open_next
  -> phase_opened step=0 phase=frame total=180000
bord: open_next
  -> phase_opened [Bord 1] step=1 phase=checkin total=60000
anna: check_in seat=1 number=6
  -> seat_done [Bord 1] seat=anna.1
see anna bord
  + anna (solo)
  | room     1 tables, 5 seats
  | stage    step 2/7, checkin: checkin 1, 60 s of 60 s
  | team     Bord 1: bord.1(reader) bord.2(writer) anna.1 bo.1 cilla.1, pass_around, remote
  | progress 1 of 5 done
  | card     «Var är du på skalan?» (scale, heat 1); shows situation, low, high, questions; may be voted 1 2 3 4 5 6 7 8 9 10
  | hall     0 of 1 tables done
  | you      may acknowledge call_timeout check_in leave mark_away mark_back raise_hand suggest_card; done anna.1; own anna.1 {'number': 6}
  + bord (table)
  | room     1 tables, 5 seats
  | stage    step 2/7, checkin: checkin 1, 60 s of 60 s
  | team     Bord 1: bord.1(reader) bord.2(writer) anna.1 bo.1 cilla.1, pass_around, remote
  | progress 1 of 5 done
  | card     «Var är du på skalan?» (scale, heat 1); shows situation, low, high, questions; may be voted 1 2 3 4 5 6 7 8 9 10
  | hall     0 of 1 tables done
  | you      may acknowledge add_seat call_timeout check_in leave mark_away mark_back open_next raise_hand remove_seat suggest_card
anna: check_in seat=1 number=8
  -> seat_done [Bord 1] seat=anna.1
bord: checks_in 3 pass
  -> seat_done [Bord 1] seat=bord.1
  -> seat_done [Bord 1] seat=bord.2
bord: open_next
  -> phase_opened [Bord 1] step=1 phase=checkin round=2 total=120000
bord: open_next
  -> phase_opened [Bord 1] step=2 phase=draw
  -> cards_offered [Bord 1] cards=[motet/nummer-61]

== First card: everybody on their own screen
bord: draw_card
  -> card_dealt [Bord 1] card=motet/nummer-61
  -> phase_opened [Bord 1] step=2 phase=read total=60000
anna: open_next
  !! reader_only: Det gör kortläsaren vid det här bordet. Kortläsarens symbol syns på skärmen.
bord: open_next
  -> phase_opened [Bord 1] step=2 phase=vote total=70000
anna: cast_vote seat=1 choice=a confidence=1
  -> vote_cast [Bord 1] seat=anna.1 round=1
bo: cast_vote seat=1 choice=b confidence=3
  -> vote_cast [Bord 1] seat=bo.1 round=1
cilla: cast_vote seat=1 choice=own text="Jag går ut och frågar." confidence=2
  -> vote_cast [Bord 1] seat=cilla.1 round=1
see anna bord vägg
  + anna (solo)
  | room     1 tables, 5 seats
  | stage    step 3/7, round: vote 1, card 1/3, 70 s of 70 s
  | team     Bord 1: bord.1(reader) bord.2(writer) anna.1 bo.1 cilla.1, pass_around, remote, swap_left
  | progress 3 of 5 done
  | card     «Nummer 61» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge call_timeout cast_vote leave mark_away mark_back raise_hand suggest_card; done anna.1; own anna.1 {'choice': 'a', 'confidence': 1}
  + bord (table)
  | room     1 tables, 5 seats
  | stage    step 3/7, round: vote 1, card 1/3, 70 s of 70 s
  | team     Bord 1: bord.1(reader) bord.2(writer) anna.1 bo.1 cilla.1, pass_around, remote, swap_left
  | progress 3 of 5 done
  | card     «Nummer 61» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge add_seat call_timeout cast_vote close_vote leave mark_away mark_back open_next raise_hand remove_seat suggest_card vote_again
  + vägg (wall)
  | room     1 tables, 5 seats
  | stage    step 3/7, round: vote 1, card 1/3, 70 s of 70 s
  | team     Bord 1: bord.1(reader) bord.2(writer) anna.1 bo.1 cilla.1, pass_around, remote, swap_left
  | progress 3 of 5 done
  | card     «Nummer 61» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may leave
anna: cast_vote seat=1 choice=d
  -> vote_cast [Bord 1] seat=anna.1 round=1
bord: votes a a
  -> vote_cast [Bord 1] seat=bord.1 round=1
  -> vote_cast [Bord 1] seat=bord.2 round=1
  -> grace_set [Bord 1] ms=5000
see anna
  + anna (solo)
  | room     1 tables, 5 seats
  | stage    step 3/7, round: vote 1, card 1/3, 70 s of 70 s
  | team     Bord 1: bord.1(reader) bord.2(writer) anna.1 bo.1 cilla.1, pass_around, remote, swap_left
  | progress 5 of 5 done, closes in 5 s
  | card     «Nummer 61» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge call_timeout cast_vote leave mark_away mark_back raise_hand suggest_card; done anna.1; own anna.1 {'choice': 'd'}
wait 5s
  -> vote_closed [Bord 1] round=1
  -> phase_opened [Bord 1] step=2 phase=reveal total=15000
  -> revealed [Bord 1] counts=(votes=[2 1 0 1] own=1 own_texts=[«Jag går ut och frågar.»])
see anna bord vägg host
  + anna (solo)
  | room     1 tables, 5 seats
  | stage    step 3/7, round: reveal 1, card 1/3, 15 s of 15 s
  | team     Bord 1: bord.1(reader) bord.2(writer) anna.1 bo.1 cilla.1, pass_around, remote, swap_left
  | card     «Nummer 61» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:2 b:1 c:0 d:1 own:1 «Jag går ut och frågar.»
  | you      may acknowledge call_timeout leave mark_away mark_back raise_hand suggest_card
  + bord (table)
  | room     1 tables, 5 seats
  | stage    step 3/7, round: reveal 1, card 1/3, 15 s of 15 s
  | team     Bord 1: bord.1(reader) bord.2(writer) anna.1 bo.1 cilla.1, pass_around, remote, swap_left
  | card     «Nummer 61» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:2 b:1 c:0 d:1 own:1 «Jag går ut och frågar.»
  | you      may acknowledge add_seat call_timeout leave mark_away mark_back open_next raise_hand remove_seat suggest_card
  + vägg (wall)
  | room     1 tables, 5 seats
  | stage    step 3/7, round: reveal 1, card 1/3, 15 s of 15 s
  | team     Bord 1: bord.1(reader) bord.2(writer) anna.1 bo.1 cilla.1, pass_around, remote, swap_left
  | card     «Nummer 61» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:2 b:1 c:0 d:1 own:1 «Jag går ut och frågar.»
  | you      may leave
  + host (host)
  | room     1 tables, 5 seats
  | stage    step 1/7, frame: frame 1, 175 s of 180 s
  | hall     0 of 1 tables done
  | host     2 cards to deal; has the notes to the card; 3 of 7 steps begun; led by host
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock pause release_text remove_station send_message set_clock set_pace show_result
  | tile     Bord 1: 5 of 5 present, reveal 1, 15 s left, «Nummer 61»
bord: open_next
  -> phase_opened [Bord 1] step=2 phase=talk total=360000
  -> prompts_laid [Bord 1] prompts=[own least:d~ more:b~ more:a unchosen:c question#1 question#2 question#3 question#4 ours]
see anna
  + anna (solo)
  | room     1 tables, 5 seats
  | stage    step 3/7, round: talk 1, card 1/3, 360 s of 360 s
  | team     Bord 1: bord.1(reader) bord.2(writer) anna.1 bo.1 cilla.1, pass_around, remote, swap_left
  | card     «Nummer 61» (dilemma, heat 1); shows situation, questions, 4 options; may be voted a b c d own
  | result   before a:2 b:1 c:0 d:1 own:1 «Jag går ut och frågar.»
  | talk     [own], least d (drawn), more b (drawn), more a, unchosen c, question 1, question 2, question 3, question 4, ours
  | you      may acknowledge ask_time call_timeout leave mark_away mark_back raise_hand suggest_card
anna: ask_time seat=1
  -> time_asked [Bord 1] seats=[anna.1]
bord: ask_time
  -> time_asked [Bord 1] seats=[bord.1 bord.2]
  -> time_extended [Bord 1] ms=120000
see anna
  + anna (solo)
  | room     1 tables, 5 seats
  | stage    step 3/7, round: talk 1, card 1/3, 480 s of 480 s
  | team     Bord 1: bord.1(reader) bord.2(writer) anna.1 bo.1 cilla.1, pass_around, remote, swap_left
  | card     «Nummer 61» (dilemma, heat 1); shows situation, questions, 4 options; may be voted a b c d own
  | result   before a:2 b:1 c:0 d:1 own:1 «Jag går ut och frågar.»
  | talk     [own], least d (drawn), more b (drawn), more a, unchosen c, question 1, question 2, question 3, question 4, ours
  | you      may acknowledge ask_time call_timeout leave mark_away mark_back raise_hand suggest_card
bord: open_next
  -> phase_opened [Bord 1] step=2 phase=vote round=2 total=70000
see anna bo
  + anna (solo)
  | room     1 tables, 5 seats
  | stage    step 3/7, round: vote 2, card 1/3, 70 s of 70 s
  | team     Bord 1: bord.1(reader) bord.2(writer) anna.1 bo.1 cilla.1, pass_around, remote, swap_left
  | progress 0 of 5 done
  | card     «Nummer 61» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge call_timeout cast_vote leave mark_away mark_back raise_hand suggest_card
  + bo (solo)
  | room     1 tables, 5 seats
  | stage    step 3/7, round: vote 2, card 1/3, 70 s of 70 s
  | team     Bord 1: bord.1(reader) bord.2(writer) anna.1 bo.1 cilla.1, pass_around, remote, swap_left
  | progress 0 of 5 done
  | card     «Nummer 61» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge call_timeout cast_vote leave mark_away mark_back raise_hand suggest_card
anna: cast_vote seat=1 choice=a
  -> vote_cast [Bord 1] seat=anna.1 round=2
bo: cast_vote seat=1 choice=a
  -> vote_cast [Bord 1] seat=bo.1 round=2
cilla: cast_vote seat=1 choice=a
  -> vote_cast [Bord 1] seat=cilla.1 round=2
bord: votes a -
  -> vote_cast [Bord 1] seat=bord.1 round=2
bord: close_vote
  -> vote_closed [Bord 1] round=2 missing=1
  -> phase_opened [Bord 1] step=2 phase=compare total=60000
  -> compared [Bord 1] step=2 moment=45 counts=(votes=[4 0 0 0] missing=1)
see anna vägg host
  + anna (solo)
  | room     1 tables, 5 seats
  | stage    step 3/7, round: compare 1, card 1/3, 60 s of 60 s
  | team     Bord 1: bord.1(reader) bord.2(writer) anna.1 bo.1 cilla.1, pass_around, remote, swap_left
  | card     «Nummer 61» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:2 b:1 c:0 d:1 own:1 «Jag går ut och frågar.»; after a:4 b:0 c:0 d:0 missing:1
  | hall     0 of 1 tables done
  | you      may acknowledge call_timeout leave mark_away mark_back raise_hand suggest_card
  + vägg (wall)
  | room     1 tables, 5 seats
  | stage    step 3/7, round: compare 1, card 1/3, 60 s of 60 s
  | team     Bord 1: bord.1(reader) bord.2(writer) anna.1 bo.1 cilla.1, pass_around, remote, swap_left
  | card     «Nummer 61» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:2 b:1 c:0 d:1 own:1 «Jag går ut och frågar.»; after a:4 b:0 c:0 d:0 missing:1
  | hall     0 of 1 tables done
  | you      may leave
  + host (host)
  | room     1 tables, 5 seats
  | stage    step 1/7, frame: frame 1, 175 s of 180 s
  | hall     0 of 1 tables done
  | host     2 cards to deal; has the notes to the card; 3 of 7 steps begun; led by host
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock pause release_text remove_station send_message set_clock set_pace show_result
  | tile     Bord 1: 5 of 5 present, compare 1, 60 s left, «Nummer 61»
bord: open_next
  -> phase_opened [Bord 1] step=2 phase=perspective total=60000
bord: open_next
  -> phase_opened [Bord 1] step=2 phase=note total=60000
bord: write_note text="Vi går ut och möter den som väntat längst." tag=improve
  -> note_written [Bord 1] note=n13 card=motet/nummer-61 tag=improve text=«Vi går ut och möter den som väntat längst.»
bord: write_note text="Vi säger hur lång tid det tar." tag=strengthen
  -> note_written [Bord 1] note=n14 card=motet/nummer-61 tag=strengthen text=«Vi säger hur lång tid det tar.»

== Second card: heavy, so the table is asked first; the reader is the next seat
bord: open_next
  -> phase_opened [Bord 1] step=3 phase=draw
  -> cards_offered [Bord 1] cards=[motet/nagon-annan]
see bord
  + bord (table)
  | room     1 tables, 5 seats
  | stage    step 4/7, round: draw 1, card 2/3
  | team     Bord 1: bord.1 bord.2(reader) anna.1(writer) bo.1 cilla.1, pass_around, remote, swap_left
  | draw     2 in the pile, offered a back of heat 3
  | notes    1 improve «Vi går ut och möter den som väntat längst.» (may be mended); 2 strengthen «Vi säger hur lång tid det tar.» (may be mended)
  | you      may acknowledge add_seat call_timeout draw_card leave mark_away mark_back raise_hand remove_seat suggest_card write_note
bord: write_note note=2 text="Vi säger ärligt hur lång tid det tar." tag=strengthen
  -> note_written [Bord 1] note=n14 card=motet/nummer-61 tag=strengthen text=«Vi säger ärligt hur lång tid det tar.»
bord: draw_card
  -> card_dealt [Bord 1] card=motet/nagon-annan ready=False
see bord anna
  + bord (table)
  | room     1 tables, 5 seats
  | stage    step 4/7, round: draw 1, card 2/3
  | team     Bord 1: bord.1 bord.2(reader) anna.1(writer) bo.1 cilla.1, pass_around, remote, swap_left
  | card     «Någon annan än hon» (dilemma, heat 3); shows warn; may be voted a b c d own
  | draw     2 in the pile, offered a back of heat 3, a heavy card is turned
  | notes    1 improve «Vi går ut och möter den som väntat längst.»; 2 strengthen «Vi säger ärligt hur lång tid det tar.»
  | you      may accept_heavy acknowledge add_seat call_timeout leave mark_away mark_back raise_hand remove_seat suggest_card swap_card
  + anna (solo)
  | room     1 tables, 5 seats
  | stage    step 4/7, round: draw 1, card 2/3
  | team     Bord 1: bord.1 bord.2(reader) anna.1(writer) bo.1 cilla.1, pass_around, remote, swap_left
  | card     «Någon annan än hon» (dilemma, heat 3); shows warn; may be voted a b c d own
  | draw     2 in the pile, offered a back of heat 3, a heavy card is turned
  | notes    1 improve «Vi går ut och möter den som väntat längst.»; 2 strengthen «Vi säger ärligt hur lång tid det tar.»
  | you      may acknowledge call_timeout leave mark_away mark_back raise_hand suggest_card
bord: accept_heavy
  -> heavy_accepted [Bord 1]
  -> phase_opened [Bord 1] step=3 phase=read total=60000
bord: open_next
  -> phase_opened [Bord 1] step=3 phase=vote total=70000
bord: votes b b
  -> vote_cast [Bord 1] seat=bord.1 round=1
  -> vote_cast [Bord 1] seat=bord.2 round=1
anna: votes b
  -> vote_cast [Bord 1] seat=anna.1 round=1
bo: votes b
  -> vote_cast [Bord 1] seat=bo.1 round=1
cilla: votes b
  -> vote_cast [Bord 1] seat=cilla.1 round=1
  -> grace_set [Bord 1] ms=5000
wait 5s
  -> vote_closed [Bord 1] round=1
  -> phase_opened [Bord 1] step=3 phase=reveal total=15000
  -> revealed [Bord 1] counts=(votes=[0 5 0 0])
see anna
  + anna (solo)
  | room     1 tables, 5 seats
  | stage    step 4/7, round: reveal 1, card 2/3, 15 s of 15 s
  | team     Bord 1: bord.1 bord.2(reader) anna.1(writer) bo.1 cilla.1, pass_around, remote, swap_left
  | card     «Någon annan än hon» (dilemma, heat 3); shows warn, situation, 4 options; may be voted a b c d own
  | result   before a:0 b:5 c:0 d:0
  | notes    1 improve «Vi går ut och möter den som väntat längst.»; 2 strengthen «Vi säger ärligt hur lång tid det tar.»
  | you      may acknowledge call_timeout leave mark_away mark_back raise_hand suggest_card
bord: open_next
  -> phase_opened [Bord 1] step=3 phase=talk total=540000
  -> prompts_laid [Bord 1] prompts=[unanimous:b question#1 question#2 question#3 question#4 ours]
see anna
  + anna (solo)
  | room     1 tables, 5 seats
  | stage    step 4/7, round: talk 1, card 2/3, 540 s of 540 s
  | team     Bord 1: bord.1 bord.2(reader) anna.1(writer) bo.1 cilla.1, pass_around, remote, swap_left
  | card     «Någon annan än hon» (dilemma, heat 3); shows warn, situation, questions, 4 options; may be voted a b c d own
  | result   before a:0 b:5 c:0 d:0
  | talk     [unanimous b], question 1, question 2, question 3, question 4, ours
  | notes    1 improve «Vi går ut och möter den som väntat längst.»; 2 strengthen «Vi säger ärligt hur lång tid det tar.»
  | you      may acknowledge ask_time call_timeout leave mark_away mark_back raise_hand suggest_card
bord: open_next
  -> phase_opened [Bord 1] step=3 phase=vote round=2 total=70000
bord: votes b b
  -> vote_cast [Bord 1] seat=bord.1 round=2
  -> vote_cast [Bord 1] seat=bord.2 round=2
anna: votes b
  -> vote_cast [Bord 1] seat=anna.1 round=2
bo: votes b
  -> vote_cast [Bord 1] seat=bo.1 round=2
cilla: votes b
  -> vote_cast [Bord 1] seat=cilla.1 round=2
  -> grace_set [Bord 1] ms=5000
wait 5s
  -> vote_closed [Bord 1] round=2
  -> phase_opened [Bord 1] step=3 phase=compare total=60000
  -> compared [Bord 1] step=3 moment=77 counts=(votes=[0 5 0 0]) changed=0 paired=5
see anna
  + anna (solo)
  | room     1 tables, 5 seats
  | stage    step 4/7, round: compare 1, card 2/3, 60 s of 60 s
  | team     Bord 1: bord.1 bord.2(reader) anna.1(writer) bo.1 cilla.1, pass_around, remote, swap_left
  | card     «Någon annan än hon» (dilemma, heat 3); shows warn, situation, 4 options; may be voted a b c d own
  | result   before a:0 b:5 c:0 d:0; after a:0 b:5 c:0 d:0; 0 of 5 changed
  | notes    1 improve «Vi går ut och möter den som väntat längst.»; 2 strengthen «Vi säger ärligt hur lång tid det tar.»
  | hall     0 of 1 tables done
  | you      may acknowledge call_timeout leave mark_away mark_back raise_hand suggest_card
bord: open_next
  -> phase_opened [Bord 1] step=3 phase=perspective total=60000
bord: open_next
  -> phase_opened [Bord 1] step=3 phase=note total=60000
bord: write_note text="Vi frågar innan vi tror." tag=improve
  -> note_written [Bord 1] note=n15 card=motet/nagon-annan tag=improve text=«Vi frågar innan vi tror.»

== Third card, drawn: the reader is now a screen of somebody's own
bord: open_next
  -> phase_opened [Bord 1] step=4 phase=draw
  -> cards_offered [Bord 1] cards=[motet/slapet-17-56 motet/plogvallen]
see bord anna
  + bord (table)
  | room     1 tables, 5 seats
  | stage    step 5/7, round: draw 1, card 3/3
  | team     Bord 1: bord.1 bord.2 anna.1(reader) bo.1(writer) cilla.1, pass_around, remote, swap_left
  | draw     2 in the pile, offered a back of heat 1, a back of heat 1
  | notes    1 improve «Vi går ut och möter den som väntat längst.»; 2 strengthen «Vi säger ärligt hur lång tid det tar.»; 3 improve «Vi frågar innan vi tror.» (may be mended)
  | you      may acknowledge add_seat call_timeout draw_card leave mark_away mark_back raise_hand remove_seat suggest_card write_note
  + anna (solo)
  | room     1 tables, 5 seats
  | stage    step 5/7, round: draw 1, card 3/3
  | team     Bord 1: bord.1 bord.2 anna.1(reader) bo.1(writer) cilla.1, pass_around, remote, swap_left
  | draw     2 in the pile, offered a back of heat 1, a back of heat 1
  | notes    1 improve «Vi går ut och möter den som väntat längst.»; 2 strengthen «Vi säger ärligt hur lång tid det tar.»; 3 improve «Vi frågar innan vi tror.» (may be mended)
  | you      may acknowledge call_timeout draw_card leave mark_away mark_back raise_hand suggest_card write_note
anna: draw_card pick=1
  -> card_dealt [Bord 1] card=motet/plogvallen
  -> phase_opened [Bord 1] step=4 phase=read total=60000
anna: open_next
  -> phase_opened [Bord 1] step=4 phase=vote total=70000
bord: votes a pass
  -> vote_cast [Bord 1] seat=bord.1 round=1
  -> vote_cast [Bord 1] seat=bord.2 round=1
anna: votes b
  -> vote_cast [Bord 1] seat=anna.1 round=1
bo: votes a
  -> vote_cast [Bord 1] seat=bo.1 round=1
bord: close_vote
  -> vote_closed [Bord 1] round=1 missing=1
  -> phase_opened [Bord 1] step=4 phase=reveal total=15000
  -> revealed [Bord 1] counts=(votes=[2 1 0 0] passed=1 missing=1)
see anna
  + anna (solo)
  | room     1 tables, 5 seats
  | stage    step 5/7, round: reveal 1, card 3/3, 15 s of 15 s
  | team     Bord 1: bord.1 bord.2 anna.1(reader) bo.1(writer) cilla.1, pass_around, remote, swap_left
  | card     «Plogvallen» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:2 b:1 c:0 d:0 passed:1 missing:1
  | notes    1 improve «Vi går ut och möter den som väntat längst.»; 2 strengthen «Vi säger ärligt hur lång tid det tar.»; 3 improve «Vi frågar innan vi tror.»
  | you      may acknowledge call_timeout leave mark_away mark_back open_next raise_hand suggest_card
bord: open_next
  -> phase_opened [Bord 1] step=4 phase=talk total=360000
  -> prompts_laid [Bord 1] prompts=[least:b more:a unchosen:d~ question#1 question#2 question#3 question#4 ours]
bord: open_next
  -> phase_opened [Bord 1] step=4 phase=vote round=2 total=70000
cilla: cast_vote seat=1 choice=a
  !! listener: Den här platsen lyssnar på det här kortet, eftersom den inte var med i första omröstningen. Prata gärna med – på nästa kort röstar ni alla.
bord: votes a a
  -> vote_cast [Bord 1] seat=bord.1 round=2
  -> vote_cast [Bord 1] seat=bord.2 round=2
anna: votes b
  -> vote_cast [Bord 1] seat=anna.1 round=2
bo: votes b
  -> vote_cast [Bord 1] seat=bo.1 round=2
  -> grace_set [Bord 1] ms=5000
wait 5s
  -> vote_closed [Bord 1] round=2
  -> phase_opened [Bord 1] step=4 phase=compare total=60000
  -> compared [Bord 1] step=4 moment=103 counts=(votes=[2 2 0 0]) changed=2 paired=4
see anna cilla
  + anna (solo)
  | room     1 tables, 5 seats
  | stage    step 5/7, round: compare 1, card 3/3, 60 s of 60 s
  | team     Bord 1: bord.1 bord.2 anna.1(reader) bo.1(writer) cilla.1, pass_around, remote, swap_left
  | card     «Plogvallen» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:2 b:1 c:0 d:0 passed:1 missing:1; after a:2 b:2 c:0 d:0; 2 of 4 changed
  | notes    1 improve «Vi går ut och möter den som väntat längst.»; 2 strengthen «Vi säger ärligt hur lång tid det tar.»; 3 improve «Vi frågar innan vi tror.»
  | hall     0 of 1 tables done
  | you      may acknowledge call_timeout leave mark_away mark_back open_next raise_hand suggest_card
  + cilla (solo)
  | room     1 tables, 5 seats
  | stage    step 5/7, round: compare 1, card 3/3, 60 s of 60 s
  | team     Bord 1: bord.1 bord.2 anna.1(reader) bo.1(writer) cilla.1, pass_around, remote, swap_left
  | card     «Plogvallen» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:2 b:1 c:0 d:0 passed:1 missing:1; after a:2 b:2 c:0 d:0; 2 of 4 changed
  | notes    1 improve «Vi går ut och möter den som väntat längst.»; 2 strengthen «Vi säger ärligt hur lång tid det tar.»; 3 improve «Vi frågar innan vi tror.»
  | hall     0 of 1 tables done
  | you      may acknowledge call_timeout leave mark_away mark_back raise_hand suggest_card; listeners cilla.1
bord: open_next
  -> phase_opened [Bord 1] step=4 phase=perspective total=60000
bord: open_next
  -> phase_opened [Bord 1] step=4 phase=note total=60000

== Skörden
bord: open_next
  -> phase_opened [Bord 1] step=5 phase=harvest total=480000
  -> harvest_opened [Bord 1] tries=1 strengthen=[n14] improve=[n13 n15]
see anna
  + anna (solo)
  | room     1 tables, 5 seats
  | stage    step 6/7, harvest: harvest 1, 480 s of 480 s
  | team     Bord 1: bord.1 bord.2 anna.1(reader) bo.1(writer) cilla.1, pass_around, remote
  | progress 0 of 5 done
  | notes    1 improve «Vi går ut och möter den som väntat längst.»; 2 strengthen «Vi säger ärligt hur lång tid det tar.»; 3 improve «Vi frågar innan vi tror.»
  | harvest  strengthen 2, improve 1 3
  | hall     0 of 1 tables done
  | you      may acknowledge call_timeout close_vote leave mark_away mark_back mark_harvest raise_hand suggest_card write_note
anna: mark_harvest seat=1 strengthen=2 improve=1
  -> seat_done [Bord 1] seat=anna.1
bo: mark_harvest seat=1 strengthen=2 improve=3
  -> seat_done [Bord 1] seat=bo.1
cilla: mark_harvest seat=1 improve=1
  -> seat_done [Bord 1] seat=cilla.1
bord: mark_harvest seat=1 improve=1
  -> seat_done [Bord 1] seat=bord.1
see anna
  + anna (solo)
  | room     1 tables, 5 seats
  | stage    step 6/7, harvest: harvest 1, 480 s of 480 s
  | team     Bord 1: bord.1 bord.2 anna.1(reader) bo.1(writer) cilla.1, pass_around, remote
  | progress 4 of 5 done
  | notes    1 improve «Vi går ut och möter den som väntat längst.»; 2 strengthen «Vi säger ärligt hur lång tid det tar.»; 3 improve «Vi frågar innan vi tror.»
  | harvest  strengthen 2, improve 1 3
  | hall     0 of 1 tables done
  | you      may acknowledge call_timeout close_vote leave mark_away mark_back mark_harvest raise_hand suggest_card write_note; done anna.1; own anna.1 {}
bord: mark_harvest seat=2 improve=3
  -> seat_done [Bord 1] seat=bord.2
  -> harvest_chosen [Bord 1] strengthen=n14 improve=n13 drawn=False
see anna vägg host
  + anna (solo)
  | room     1 tables, 5 seats
  | stage    step 6/7, harvest: harvest 1, 480 s of 480 s
  | team     Bord 1: bord.1 bord.2 anna.1(reader) bo.1(writer) cilla.1, pass_around, remote
  | notes    1 improve «Vi går ut och möter den som väntat längst.»; 2 strengthen «Vi säger ärligt hur lång tid det tar.»; 3 improve «Vi frågar innan vi tror.»
  | harvest  strengthen 2, improve 1 3, chosen to strengthen: 2, chosen to improve: 1, settled
  | hall     0 of 1 tables done
  | you      may acknowledge call_timeout leave mark_away mark_back open_next raise_hand suggest_card write_note
  + vägg (wall)
  | room     1 tables, 5 seats
  | stage    step 6/7, harvest: harvest 1, 480 s of 480 s
  | team     Bord 1: bord.1 bord.2 anna.1(reader) bo.1(writer) cilla.1, pass_around, remote
  | notes    1 improve «Vi går ut och möter den som väntat längst.»; 2 strengthen «Vi säger ärligt hur lång tid det tar.»; 3 improve «Vi frågar innan vi tror.»
  | harvest  strengthen 2, improve 1 3, chosen to strengthen: 2, chosen to improve: 1, settled
  | hall     0 of 1 tables done
  | you      may leave
  + host (host)
  | room     1 tables, 5 seats
  | stage    step 1/7, frame: frame 1, 160 s of 180 s
  | hall     0 of 1 tables done
  | host     1 cards to deal; 6 of 7 steps begun; led by host; strengthen «Vi säger ärligt hur lång tid det tar.» (held); improve «Vi går ut och möter den som väntat längst.» (held)
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock pause release_text remove_station send_message set_clock set_pace show_result
  | tile     Bord 1: 5 of 5 present, harvest 1, 480 s left

== Löftet
bord: open_next
  -> phase_opened [Bord 1] step=6 phase=pledge total=360000
anna: make_pledge seat=1 when="När kön växer" then="så ska jag gå ut och säga det" share=yes
  -> seat_done [Bord 1] seat=anna.1
see anna bo bord host
  + anna (solo)
  | room     1 tables, 5 seats
  | stage    step 7/7, pledge: pledge 1, 360 s of 360 s
  | team     Bord 1: bord.1 bord.2 anna.1(reader) bo.1(writer) cilla.1, pass_around, remote
  | progress 1 of 5 done
  | notes    1 improve «Vi går ut och möter den som väntat längst.»; 2 strengthen «Vi säger ärligt hur lång tid det tar.»; 3 improve «Vi frågar innan vi tror.»
  | pledge   12 starters
  | hall     0 of 1 tables done
  | you      may acknowledge call_timeout leave make_pledge mark_away mark_back open_next raise_hand suggest_card write_note; done anna.1
  + bo (solo)
  | room     1 tables, 5 seats
  | stage    step 7/7, pledge: pledge 1, 360 s of 360 s
  | team     Bord 1: bord.1 bord.2 anna.1(reader) bo.1(writer) cilla.1, pass_around, remote
  | progress 1 of 5 done
  | notes    1 improve «Vi går ut och möter den som väntat längst.»; 2 strengthen «Vi säger ärligt hur lång tid det tar.»; 3 improve «Vi frågar innan vi tror.»
  | pledge   12 starters
  | hall     0 of 1 tables done
  | you      may acknowledge call_timeout leave make_pledge mark_away mark_back raise_hand suggest_card write_note
  + bord (table)
  | room     1 tables, 5 seats
  | stage    step 7/7, pledge: pledge 1, 360 s of 360 s
  | team     Bord 1: bord.1 bord.2 anna.1(reader) bo.1(writer) cilla.1, pass_around, remote
  | progress 1 of 5 done
  | notes    1 improve «Vi går ut och möter den som väntat längst.»; 2 strengthen «Vi säger ärligt hur lång tid det tar.»; 3 improve «Vi frågar innan vi tror.»
  | pledge   12 starters
  | hall     0 of 1 tables done
  | you      may acknowledge add_seat call_timeout leave make_pledge mark_away mark_back open_next raise_hand remove_seat suggest_card write_note
  + host (host)
  | room     1 tables, 5 seats
  | stage    step 1/7, frame: frame 1, 160 s of 180 s
  | hall     0 of 1 tables done
  | host     1 cards to deal; 7 of 7 steps begun; led by host; strengthen «Vi säger ärligt hur lång tid det tar.» (held); improve «Vi går ut och möter den som väntat längst.» (held)
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock pause release_text remove_station send_message set_clock set_pace show_result
  | tile     Bord 1: 5 of 5 present, pledge 1, 1 of 5 done, 360 s left
bord: open_next
  -> pledges_shared texts=[[p16 «När kön växer / så ska jag gå ut och säga det»]]
  -> phase_opened [Bord 1] step=7 phase=closed
host: close_room
  -> room_closed
see anna host
  + anna (solo)
  | room     1 tables, 5 seats, closed
  | stage    step 8/7, -: closed 1
  | team     Bord 1: bord.1 bord.2 anna.1(reader) bo.1(writer) cilla.1, pass_around, remote
  | notes    1 improve «Vi går ut och möter den som väntat längst.»; 2 strengthen «Vi säger ärligt hur lång tid det tar.»; 3 improve «Vi frågar innan vi tror.»
  | keep     «Nummer 61», «Någon annan än hon», «Plogvallen»; agreed 2 1
  | hall     1 of 1 tables done
  | you      may nothing
  + host (host)
  | room     1 tables, 5 seats, closed
  | stage    step 8/7, -: closed 1
  | hall     1 of 1 tables done
  | host     1 cards to deal; 7 of 7 steps begun; led by host; strengthen «Vi säger ärligt hur lång tid det tar.» (held); improve «Vi går ut och möter den som väntat längst.» (held); pledge «När kön växer / så ska jag gå ut och säga det» (held)
  | you      may nothing
  | tile     Bord 1: 5 of 5 present, closed 1
