# APT 30: five people round one machine that is passed from hand to hand. Nobody leads but the table itself;
# the host opens the door and looks on.

open "APT 30" cards=motet/sockorna
  -> frame checkin round pledge
enter hall screen
  -> station_entered station=hall who=screen
enter host host
  -> station_entered station=host who=host
enter bord table seats=5
  -> team_opened [Bord 1] number=1
  -> station_entered [Bord 1] station=bord who=table
  -> seat_taken [Bord 1] seat=bord.1 station=bord symbol=0
  -> seat_taken [Bord 1] seat=bord.2 station=bord symbol=1
  -> seat_taken [Bord 1] seat=bord.3 station=bord symbol=2
  -> seat_taken [Bord 1] seat=bord.4 station=bord symbol=3
  -> seat_taken [Bord 1] seat=bord.5 station=bord symbol=4
enter vägg screen team=1
  -> station_entered [Bord 1] station=vägg who=screen
bord: acknowledge
  -> station_acknowledged [Bord 1] station=bord
see all
  + bord (table)
  | room     1 tables, 5 seats
  | stage    step 0/4, -: lobby 1
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 bord.4 bord.5, pass_around
  | you      may acknowledge add_seat choose_way leave mark_away mark_back raise_hand remove_seat
  + vägg (wall)
  | room     1 tables, 5 seats
  | stage    step 0/4, -: lobby 1
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 bord.4 bord.5, pass_around
  | you      may leave
  + hall (hall)
  | room     1 tables, 5 seats
  | stage    step 0/4, -: lobby 1
  | hall     0 of 1 tables done
  | you      may leave
  + host (host)
  | room     1 tables, 5 seats
  | stage    step 0/4, -: lobby 1
  | hall     0 of 1 tables done
  | host     0 cards to deal; 0 of 4 steps begun; led by host
  | you      may arrange_steps close_room gather_teams group_texts hand_over leave lock open_next pause release_text remove_station send_message set_clock set_pace show_result
  | tile     Bord 1: 5 of 5 present, lobby 1

== Ramen
host: open_next
  -> phase_opened step=0 phase=frame total=180000
see bord host
  + bord (table)
  | room     1 tables, 5 seats
  | stage    step 1/4, frame: frame 1, 180 s of 180 s
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 bord.4 bord.5, pass_around
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back open_next raise_hand remove_seat suggest_card
  + host (host)
  | room     1 tables, 5 seats
  | stage    step 1/4, frame: frame 1, 180 s of 180 s
  | hall     0 of 1 tables done
  | host     0 cards to deal; 1 of 4 steps begun; led by host
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock pause release_text remove_station send_message set_clock set_pace show_result
  | tile     Bord 1: 5 of 5 present, frame 1, 180 s left

== Incheckning: nobody's number is ever shown
bord: open_next
  -> phase_opened [Bord 1] step=1 phase=checkin total=60000
bord: checks_in 4 7 7 pass -
  -> seat_done [Bord 1] seat=bord.1
  -> seat_done [Bord 1] seat=bord.2
  -> seat_done [Bord 1] seat=bord.3
  -> seat_done [Bord 1] seat=bord.4
see bord vägg
  + bord (table)
  | room     1 tables, 5 seats
  | stage    step 2/4, checkin: checkin 1, 60 s of 60 s
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 bord.4 bord.5, pass_around
  | progress 4 of 5 done
  | card     «Var är du på skalan?» (scale, heat 1); shows situation, low, high, questions; may be voted 1 2 3 4 5 6 7 8 9 10
  | hall     0 of 1 tables done
  | you      may acknowledge add_seat call_timeout check_in choose_way leave mark_away mark_back open_next raise_hand remove_seat suggest_card; done bord.1 bord.2 bord.3 bord.4
  + vägg (wall)
  | room     1 tables, 5 seats
  | stage    step 2/4, checkin: checkin 1, 60 s of 60 s
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 bord.4 bord.5, pass_around
  | progress 4 of 5 done
  | card     «Var är du på skalan?» (scale, heat 1); shows situation, low, high, questions; may be voted 1 2 3 4 5 6 7 8 9 10
  | hall     0 of 1 tables done
  | you      may leave
bord: checks_in - - - - 9
  -> seat_done [Bord 1] seat=bord.5
bord: open_next
  -> phase_opened [Bord 1] step=1 phase=checkin round=2 total=120000
host: show_result what=checkin
  !! no_grounds: Så få svar kan inte visas utanför bordet. Det behövs fler.
see bord hall host
  + bord (table)
  | room     1 tables, 5 seats
  | stage    step 2/4, checkin: checkin 2, 120 s of 120 s
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 bord.4 bord.5, pass_around
  | card     «Var är du på skalan?» (scale, heat 1); shows situation, low, high, questions; may be voted 1 2 3 4 5 6 7 8 9 10
  | hall     0 of 1 tables done
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back open_next raise_hand remove_seat suggest_card
  + hall (hall)
  | room     1 tables, 5 seats
  | stage    step 1/4, frame: frame 1, 180 s of 180 s
  | hall     0 of 1 tables done
  | you      may leave
  + host (host)
  | room     1 tables, 5 seats
  | stage    step 1/4, frame: frame 1, 180 s of 180 s
  | hall     0 of 1 tables done
  | host     0 cards to deal; 2 of 4 steps begun; led by host
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock pause release_text remove_station send_message set_clock set_pace show_result
  | tile     Bord 1: 5 of 5 present, checkin 2, 120 s left

== The card: the reader turns it and reads aloud
bord: open_next
  -> phase_opened [Bord 1] step=2 phase=draw
  -> cards_offered [Bord 1] cards=[motet/sockorna]
see bord
  + bord (table)
  | room     1 tables, 5 seats
  | stage    step 3/4, round: draw 1, card 1/1
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 bord.4 bord.5, pass_around, swap_left
  | draw     0 in the pile, offered a back of heat 1
  | you      may acknowledge add_seat call_timeout choose_way draw_card leave mark_away mark_back raise_hand remove_seat suggest_card
bord: draw_card
  -> card_dealt [Bord 1] card=motet/sockorna
  -> phase_opened [Bord 1] step=2 phase=read total=60000
see all
  + bord (table)
  | room     1 tables, 5 seats
  | stage    step 3/4, round: read 1, card 1/1, 60 s of 60 s
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 bord.4 bord.5, pass_around, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation; may be voted a b c d own
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back open_next raise_hand remove_seat suggest_card
  + vägg (wall)
  | room     1 tables, 5 seats
  | stage    step 3/4, round: read 1, card 1/1, 60 s of 60 s
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 bord.4 bord.5, pass_around, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation; may be voted a b c d own
  | you      may leave
  + hall (hall)
  | room     1 tables, 5 seats
  | stage    step 1/4, frame: frame 1, 180 s of 180 s
  | hall     0 of 1 tables done
  | you      may leave
  + host (host)
  | room     1 tables, 5 seats
  | stage    step 1/4, frame: frame 1, 180 s of 180 s
  | hall     0 of 1 tables done
  | host     0 cards to deal; has the notes to the card; 3 of 4 steps begun; led by host
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock pause release_text remove_station send_message set_clock set_pace show_result
  | tile     Bord 1: 5 of 5 present, read 1, 60 s left, «Gröna raggsockor»

== Tyst röst, passed round
bord: open_next
  -> phase_opened [Bord 1] step=2 phase=vote total=70000
bord: votes a b b own -
  -> vote_cast [Bord 1] seat=bord.1 round=1
  -> vote_cast [Bord 1] seat=bord.2 round=1
  -> vote_cast [Bord 1] seat=bord.3 round=1
  -> vote_cast [Bord 1] seat=bord.4 round=1
bord: cast_vote seat=4 choice=own text="Tar emot dem om hela huset får veta." confidence=3
  -> vote_cast [Bord 1] seat=bord.4 round=1
see all
  + bord (table)
  | room     1 tables, 5 seats
  | stage    step 3/4, round: vote 1, card 1/1, 70 s of 70 s
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 bord.4 bord.5, pass_around, swap_left
  | progress 4 of 5 done
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge add_seat call_timeout cast_vote close_vote leave mark_away mark_back open_next raise_hand remove_seat suggest_card vote_again; done bord.1 bord.2 bord.3 bord.4
  + vägg (wall)
  | room     1 tables, 5 seats
  | stage    step 3/4, round: vote 1, card 1/1, 70 s of 70 s
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 bord.4 bord.5, pass_around, swap_left
  | progress 4 of 5 done
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may leave
  + hall (hall)
  | room     1 tables, 5 seats
  | stage    step 1/4, frame: frame 1, 180 s of 180 s
  | hall     0 of 1 tables done
  | you      may leave
  + host (host)
  | room     1 tables, 5 seats
  | stage    step 1/4, frame: frame 1, 180 s of 180 s
  | hall     0 of 1 tables done
  | host     0 cards to deal; has the notes to the card; 3 of 4 steps begun; led by host
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock pause release_text remove_station send_message set_clock set_pace show_result
  | tile     Bord 1: 5 of 5 present, vote 1, 4 of 5 done, 70 s left, «Gröna raggsockor»
bord: votes - - - - pass
  -> vote_cast [Bord 1] seat=bord.5 round=1
  -> grace_set [Bord 1] ms=5000
wait 4s
bord: cast_vote seat=1 choice=c
  -> vote_cast [Bord 1] seat=bord.1 round=1
  -> grace_set [Bord 1] ms=5000
wait 4s
wait 1s
  -> vote_closed [Bord 1] round=1
  -> phase_opened [Bord 1] step=2 phase=reveal total=15000
  -> revealed [Bord 1] counts=(votes=[0 2 1 0] own=1 passed=1 own_texts=[«Tar emot dem om hela huset får veta.»])
see all
  + bord (table)
  | room     1 tables, 5 seats
  | stage    step 3/4, round: reveal 1, card 1/1, 15 s of 15 s
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 bord.4 bord.5, pass_around, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:0 b:2 c:1 d:0 own:1 passed:1 «Tar emot dem om hela huset får veta.»
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back open_next raise_hand remove_seat suggest_card
  + vägg (wall)
  | room     1 tables, 5 seats
  | stage    step 3/4, round: reveal 1, card 1/1, 15 s of 15 s
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 bord.4 bord.5, pass_around, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:0 b:2 c:1 d:0 own:1 passed:1 «Tar emot dem om hela huset får veta.»
  | you      may leave
  + hall (hall)
  | room     1 tables, 5 seats
  | stage    step 1/4, frame: frame 1, 171 s of 180 s
  | hall     0 of 1 tables done
  | you      may leave
  + host (host)
  | room     1 tables, 5 seats
  | stage    step 1/4, frame: frame 1, 171 s of 180 s
  | hall     0 of 1 tables done
  | host     0 cards to deal; has the notes to the card; 3 of 4 steps begun; led by host
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock pause release_text remove_station send_message set_clock set_pace show_result
  | tile     Bord 1: 5 of 5 present, reveal 1, 15 s left, «Gröna raggsockor»

== Samtalet: the quiet view first
bord: open_next
  -> phase_opened [Bord 1] step=2 phase=talk total=360000
  -> prompts_laid [Bord 1] prompts=[own least:c more:b unchosen:d~ question#1 question#2 question#3 question#4 ours]
see all
  + bord (table)
  | room     1 tables, 5 seats
  | stage    step 3/4, round: talk 1, card 1/1, 360 s of 360 s
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 bord.4 bord.5, pass_around, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, questions, 4 options; may be voted a b c d own
  | result   before a:0 b:2 c:1 d:0 own:1 passed:1 «Tar emot dem om hela huset får veta.»
  | talk     [own], least c, more b, unchosen d (drawn), question 1, question 2, question 3, question 4, ours
  | you      may acknowledge add_seat ask_time call_timeout choose_way leave mark_away mark_back open_next open_twist raise_hand remove_seat show_prompt suggest_card
  + vägg (wall)
  | room     1 tables, 5 seats
  | stage    step 3/4, round: talk 1, card 1/1, 360 s of 360 s
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 bord.4 bord.5, pass_around, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, questions, 4 options; may be voted a b c d own
  | result   before a:0 b:2 c:1 d:0 own:1 passed:1 «Tar emot dem om hela huset får veta.»
  | talk     [own], least c, more b, unchosen d (drawn), question 1, question 2, question 3, question 4, ours
  | you      may leave
  + hall (hall)
  | room     1 tables, 5 seats
  | stage    step 1/4, frame: frame 1, 171 s of 180 s
  | hall     0 of 1 tables done
  | you      may leave
  + host (host)
  | room     1 tables, 5 seats
  | stage    step 1/4, frame: frame 1, 171 s of 180 s
  | hall     0 of 1 tables done
  | host     0 cards to deal; has the notes to the card; 3 of 4 steps begun; led by host
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock pause release_text remove_station send_message set_clock set_pace show_result
  | tile     Bord 1: 5 of 5 present, talk 1, 360 s left, «Gröna raggsockor»
bord: show_prompt index=1
  -> prompt_shown [Bord 1] index=1
bord: open_twist
  -> twist_opened [Bord 1]
bord: ask_time
  -> time_asked [Bord 1] seats=[bord.1 bord.2 bord.3 bord.4 bord.5]
  -> time_extended [Bord 1] ms=120000
see bord vägg
  + bord (table)
  | room     1 tables, 5 seats
  | stage    step 3/4, round: talk 1, card 1/1, 480 s of 480 s
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 bord.4 bord.5, pass_around, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, questions, twist, 4 options; may be voted a b c d own
  | result   before a:0 b:2 c:1 d:0 own:1 passed:1 «Tar emot dem om hela huset får veta.»
  | talk     own, [least c], more b, unchosen d (drawn), question 1, question 2, question 3, question 4, ours; the twist is up
  | you      may acknowledge add_seat ask_time call_timeout choose_way leave mark_away mark_back open_next raise_hand remove_seat show_prompt suggest_card
  + vägg (wall)
  | room     1 tables, 5 seats
  | stage    step 3/4, round: talk 1, card 1/1, 480 s of 480 s
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 bord.4 bord.5, pass_around, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, questions, twist, 4 options; may be voted a b c d own
  | result   before a:0 b:2 c:1 d:0 own:1 passed:1 «Tar emot dem om hela huset får veta.»
  | talk     own, [least c], more b, unchosen d (drawn), question 1, question 2, question 3, question 4, ours; the twist is up
  | you      may leave

== Rösta om: nothing preselected, the first choice not shown
bord: open_next
  -> phase_opened [Bord 1] step=2 phase=vote round=2 total=70000
see bord
  + bord (table)
  | room     1 tables, 5 seats
  | stage    step 3/4, round: vote 2, card 1/1, 70 s of 70 s
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 bord.4 bord.5, pass_around, swap_left
  | progress 0 of 5 done
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge add_seat call_timeout cast_vote close_vote leave mark_away mark_back open_next raise_hand remove_seat suggest_card vote_again
bord: votes b b b own a
  -> vote_cast [Bord 1] seat=bord.1 round=2
  -> vote_cast [Bord 1] seat=bord.2 round=2
  -> vote_cast [Bord 1] seat=bord.3 round=2
  -> vote_cast [Bord 1] seat=bord.4 round=2
  -> vote_cast [Bord 1] seat=bord.5 round=2
  -> grace_set [Bord 1] ms=5000
wait 5s
  -> vote_closed [Bord 1] round=2
  -> phase_opened [Bord 1] step=2 phase=compare total=60000
  -> compared [Bord 1] step=2 moment=50 counts=(votes=[1 3 0 0] own=1) changed=2 paired=5
see all
  + bord (table)
  | room     1 tables, 5 seats
  | stage    step 3/4, round: compare 1, card 1/1, 60 s of 60 s
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 bord.4 bord.5, pass_around, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, twist, 4 options; may be voted a b c d own
  | result   before a:0 b:2 c:1 d:0 own:1 passed:1 «Tar emot dem om hela huset får veta.»; after a:1 b:3 c:0 d:0 own:1; 2 of 5 changed
  | hall     0 of 1 tables done
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back open_next raise_hand remove_seat suggest_card
  + vägg (wall)
  | room     1 tables, 5 seats
  | stage    step 3/4, round: compare 1, card 1/1, 60 s of 60 s
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 bord.4 bord.5, pass_around, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, twist, 4 options; may be voted a b c d own
  | result   before a:0 b:2 c:1 d:0 own:1 passed:1 «Tar emot dem om hela huset får veta.»; after a:1 b:3 c:0 d:0 own:1; 2 of 5 changed
  | hall     0 of 1 tables done
  | you      may leave
  + hall (hall)
  | room     1 tables, 5 seats
  | stage    step 1/4, frame: frame 1, 166 s of 180 s
  | hall     0 of 1 tables done
  | you      may leave
  + host (host)
  | room     1 tables, 5 seats
  | stage    step 1/4, frame: frame 1, 166 s of 180 s
  | hall     0 of 1 tables done
  | host     0 cards to deal; has the notes to the card; 3 of 4 steps begun; led by host
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock pause release_text remove_station send_message set_clock set_pace show_result
  | tile     Bord 1: 5 of 5 present, compare 1, 60 s left, «Gröna raggsockor»

== Fördjupa, anteckna
bord: open_next
  -> phase_opened [Bord 1] step=2 phase=perspective total=60000
see bord vägg
  + bord (table)
  | room     1 tables, 5 seats
  | stage    step 3/4, round: perspective 1, card 1/1, 60 s of 60 s
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 bord.4 bord.5, pass_around, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, questions, twist, perspective, prevent, refs, 4 options with what speaks for each; may be voted a b c d own
  | result   before a:0 b:2 c:1 d:0 own:1 passed:1 «Tar emot dem om hela huset får veta.»; after a:1 b:3 c:0 d:0 own:1; 2 of 5 changed
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back open_next raise_hand remove_seat suggest_card
  + vägg (wall)
  | room     1 tables, 5 seats
  | stage    step 3/4, round: perspective 1, card 1/1, 60 s of 60 s
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 bord.4 bord.5, pass_around, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, questions, twist, perspective, prevent, refs, 4 options with what speaks for each; may be voted a b c d own
  | result   before a:0 b:2 c:1 d:0 own:1 passed:1 «Tar emot dem om hela huset får veta.»; after a:1 b:3 c:0 d:0 own:1; 2 of 5 changed
  | you      may leave
bord: open_next
  -> phase_opened [Bord 1] step=2 phase=note total=60000
bord: write_note text="Vi berättar öppet när någon ger oss något." tag=strengthen
  -> note_written [Bord 1] note=n11 card=motet/sockorna tag=strengthen text=«Vi berättar öppet när någon ger oss något.»
see bord
  + bord (table)
  | room     1 tables, 5 seats
  | stage    step 3/4, round: note 1, card 1/1, 60 s of 60 s
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 bord.4 bord.5, pass_around, swap_left
  | card     «Gröna raggsockor» (dilemma, heat 1); shows situation, questions, twist, perspective, prevent, refs, 4 options with what speaks for each; may be voted a b c d own
  | result   before a:0 b:2 c:1 d:0 own:1 passed:1 «Tar emot dem om hela huset får veta.»; after a:1 b:3 c:0 d:0 own:1; 2 of 5 changed
  | notes    1 strengthen «Vi berättar öppet när någon ger oss något.» (may be mended)
  | you      may acknowledge add_seat call_timeout choose_way leave mark_away mark_back open_next raise_hand remove_seat suggest_card write_note

== Löftet
bord: open_next
  -> phase_opened [Bord 1] step=3 phase=pledge total=360000
bord: make_pledge seat=1 when="När någon ger mig något" then="så ska jag säga tack först och regeln sedan" share=yes
  -> seat_done [Bord 1] seat=bord.1
bord: make_pledge seat=2 when="När jag inte hinner" then="så ska jag säga när jag kommer tillbaka"
  -> seat_done [Bord 1] seat=bord.2
bord: make_pledge seat=3
  -> seat_done [Bord 1] seat=bord.3
see all
  + bord (table)
  | room     1 tables, 5 seats
  | stage    step 4/4, pledge: pledge 1, 360 s of 360 s
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 bord.4 bord.5, pass_around
  | progress 3 of 5 done
  | notes    1 strengthen «Vi berättar öppet när någon ger oss något.»
  | pledge   12 starters
  | hall     0 of 1 tables done
  | you      may acknowledge add_seat call_timeout choose_way leave make_pledge mark_away mark_back open_next raise_hand remove_seat suggest_card write_note; done bord.1 bord.2 bord.3
  + vägg (wall)
  | room     1 tables, 5 seats
  | stage    step 4/4, pledge: pledge 1, 360 s of 360 s
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 bord.4 bord.5, pass_around
  | progress 3 of 5 done
  | notes    1 strengthen «Vi berättar öppet när någon ger oss något.»
  | pledge   12 starters
  | hall     0 of 1 tables done
  | you      may leave
  + hall (hall)
  | room     1 tables, 5 seats
  | stage    step 1/4, frame: frame 1, 166 s of 180 s
  | hall     0 of 1 tables done
  | you      may leave
  + host (host)
  | room     1 tables, 5 seats
  | stage    step 1/4, frame: frame 1, 166 s of 180 s
  | hall     0 of 1 tables done
  | host     0 cards to deal; 4 of 4 steps begun; led by host
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock pause release_text remove_station send_message set_clock set_pace show_result
  | tile     Bord 1: 5 of 5 present, pledge 1, 3 of 5 done, 360 s left
bord: open_next
  -> pledges_shared texts=[[p12 «När någon ger mig något / så ska jag säga tack först och regeln sedan»]]
  -> phase_opened [Bord 1] step=4 phase=closed
host: release_text text=1
  -> text_released text=p12 on=True
host: close_room
  -> room_closed
see all
  + bord (table)
  | room     1 tables, 5 seats, closed
  | stage    step 5/4, -: closed 1
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 bord.4 bord.5, pass_around
  | notes    1 strengthen «Vi berättar öppet när någon ger oss något.»
  | keep     «Gröna raggsockor»; agreed -
  | hall     1 of 1 tables done; pledge «När någon ger mig något / så ska jag säga tack först och regeln sedan»
  | you      may nothing
  + vägg (wall)
  | room     1 tables, 5 seats, closed
  | stage    step 5/4, -: closed 1
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 bord.4 bord.5, pass_around
  | notes    1 strengthen «Vi berättar öppet när någon ger oss något.»
  | keep     «Gröna raggsockor»; agreed -
  | hall     1 of 1 tables done; pledge «När någon ger mig något / så ska jag säga tack först och regeln sedan»
  | you      may nothing
  + hall (hall)
  | room     1 tables, 5 seats, closed
  | stage    step 5/4, -: closed 1
  | hall     1 of 1 tables done; pledge «När någon ger mig något / så ska jag säga tack först och regeln sedan»
  | you      may nothing
  + host (host)
  | room     1 tables, 5 seats, closed
  | stage    step 5/4, -: closed 1
  | hall     1 of 1 tables done; pledge «När någon ger mig något / så ska jag säga tack först och regeln sedan»
  | host     0 cards to deal; 4 of 4 steps begun; led by host; pledge «När någon ger mig något / så ska jag säga tack först och regeln sedan»
  | you      may nothing
  | tile     Bord 1: 5 of 5 present, closed 1
