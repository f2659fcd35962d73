# A card that comes too close: a swap while reading, a time-out in the vote, a change of card out of it, and
# the host is fetched.

open "APT 30" cards=motet/sockorna pile=motet/plogvallen,motet/slapet-17-56,motet/nagon-annan
  -> frame checkin round pledge
enter host host
  -> station_entered station=host who=host
enter bord table seats=4
  -> team_opened [Bord 1] number=1
  -> station_entered [Bord 1] station=bord who=table
  -> seat_taken [Bord 1] seat=bord.1 station=bord symbol=0
  -> seat_taken [Bord 1] seat=bord.2 station=bord symbol=1
  -> seat_taken [Bord 1] seat=bord.3 station=bord symbol=2
  -> seat_taken [Bord 1] seat=bord.4 station=bord symbol=3
enter anna solo team=1
  -> station_entered [Bord 1] station=anna who=solo
  -> seat_taken [Bord 1] seat=anna.1 station=anna symbol=4
enter vägg screen team=1
  -> station_entered [Bord 1] station=vägg who=screen
host: open_next
  -> phase_opened step=0 phase=frame total=180000
bord: open_next
  -> phase_opened [Bord 1] step=1 phase=checkin total=60000
bord: open_next
  -> phase_opened [Bord 1] step=1 phase=checkin round=2 total=120000
bord: open_next
  -> phase_opened [Bord 1] step=2 phase=draw
  -> cards_offered [Bord 1] cards=[motet/sockorna]
bord: draw_card
  -> card_dealt [Bord 1] card=motet/sockorna
  -> phase_opened [Bord 1] step=2 phase=read total=60000

== Byt kort: once, no reason asked
bord: swap_card
  -> card_swapped [Bord 1] card=motet/sockorna
  -> phase_opened [Bord 1] step=2 phase=read total=60000
  -> card_dealt [Bord 1] card=motet/plogvallen
anna: again
  .. already so
see bord
  + bord (table)
  | room     1 tables, 5 seats
  | stage    step 3/4, round: read 1, card 1/1, 60 s of 60 s
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 bord.4 anna.1, pass_around, remote
  | card     «Plogvallen» (dilemma, heat 1); shows situation; may be voted a b c d own
  | you      may acknowledge add_seat call_timeout leave mark_away mark_back open_next raise_hand remove_seat suggest_card
bord: swap_card
  !! already_swapped: Bordet har redan bytt ett kort i det här blocket. Ta en time-out om kortet inte går att prata om.

== Time-out in the middle of the vote: the clock stops, nobody learns who asked
bord: open_next
  -> phase_opened [Bord 1] step=2 phase=vote total=70000
bord: votes a b - -
  -> vote_cast [Bord 1] seat=bord.1 round=1
  -> vote_cast [Bord 1] seat=bord.2 round=1
wait 10s
anna: call_timeout
  -> timeout_called [Bord 1]
see all
  + anna (solo)
  | room     1 tables, 5 seats
  | stage    step 3/4, round: vote 1, card 1/1, frozen 60 s of 70 s, paused by timeout
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 bord.4 anna.1, pass_around, remote, timeout
  | progress 2 of 5 done
  | card     «Plogvallen» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge cast_vote end_timeout leave mark_away mark_back raise_hand
  + bord (table)
  | room     1 tables, 5 seats
  | stage    step 3/4, round: vote 1, card 1/1, frozen 60 s of 70 s, paused by timeout
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 bord.4 anna.1, pass_around, remote, timeout
  | progress 2 of 5 done
  | card     «Plogvallen» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge add_seat cast_vote end_timeout leave mark_away mark_back raise_hand remove_seat; done bord.1 bord.2
  + vägg (wall)
  | room     1 tables, 5 seats
  | stage    step 3/4, round: vote 1, card 1/1, frozen 60 s of 70 s, paused by timeout
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 bord.4 anna.1, pass_around, remote, timeout
  | progress 2 of 5 done
  | card     «Plogvallen» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may leave
  + host (host)
  | room     1 tables, 5 seats
  | stage    step 1/4, frame: frame 1, 170 s of 180 s
  | hall     0 of 1 tables done
  | host     1 cards to deal; has the notes to the card; 3 of 4 steps begun; led by host
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock pause release_text remove_station send_message set_clock set_pace show_result
  | tile     Bord 1: 5 of 5 present, vote 1, 2 of 5 done, timeout, «Plogvallen»
bord: call_timeout
  !! timeout_open: Bordet har tagit time-out. Välj hur ni vill gå vidare först.
bord: open_next
  !! timeout_open: Bordet har tagit time-out. Välj hur ni vill gå vidare först.
anna: cast_vote seat=1 choice=a
  -> vote_cast [Bord 1] seat=anna.1 round=1
wait 60s
bord: end_timeout how=call
  -> help_called [Bord 1]
see host
  + host (host)
  | room     1 tables, 5 seats
  | stage    step 1/4, frame: frame 1, 110 s of 180 s
  | hall     0 of 1 tables done
  | host     1 cards to deal; has the notes to the card; 1 call for help; 3 of 4 steps begun; led by host
  | you      may arrange_steps close_room extend gather_teams group_texts hand_over leave lock pause release_text remove_station send_message set_clock set_pace show_result
  | tile     Bord 1: 5 of 5 present, vote 1, 3 of 5 done, timeout, hand up for 0 s, «Plogvallen»
host: end_timeout how=continue team=1
  -> timeout_ended [Bord 1]
see bord
  + bord (table)
  | room     1 tables, 5 seats
  | stage    step 3/4, round: vote 1, card 1/1, 60 s of 70 s
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 bord.4 anna.1, pass_around, remote
  | progress 3 of 5 done
  | card     «Plogvallen» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge add_seat call_timeout cast_vote close_vote leave mark_away mark_back open_next raise_hand remove_seat suggest_card vote_again; done bord.1 bord.2

== Another time-out, and the card is changed beside the quota
anna: call_timeout
  -> timeout_called [Bord 1]
bord: end_timeout how=swap
  -> timeout_ended [Bord 1]
  -> card_swapped [Bord 1] card=motet/plogvallen counted=False
  -> phase_opened [Bord 1] step=2 phase=read total=60000
  -> card_dealt [Bord 1] card=motet/slapet-17-56
see bord
  + bord (table)
  | room     1 tables, 5 seats
  | stage    step 3/4, round: read 1, card 1/1, 60 s of 60 s
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 bord.4 anna.1, pass_around, remote
  | card     «Släpet som kom 17.56» (dilemma, heat 1); shows situation; may be voted a b c d own
  | you      may acknowledge add_seat call_timeout leave mark_away mark_back open_next raise_hand remove_seat suggest_card
bord: open_next
  -> phase_opened [Bord 1] step=2 phase=vote total=70000
bord: votes a a b c
  -> vote_cast [Bord 1] seat=bord.1 round=1
  -> vote_cast [Bord 1] seat=bord.2 round=1
  -> vote_cast [Bord 1] seat=bord.3 round=1
  -> vote_cast [Bord 1] seat=bord.4 round=1
anna: votes a
  -> vote_cast [Bord 1] seat=anna.1 round=1
  -> grace_set [Bord 1] ms=5000
wait 5s
  -> vote_closed [Bord 1] round=1
  -> phase_opened [Bord 1] step=2 phase=reveal total=15000
  -> revealed [Bord 1] counts=(votes=[3 1 1 0])
bord: open_next
  -> phase_opened [Bord 1] step=2 phase=talk total=360000
  -> prompts_laid [Bord 1] prompts=[least:c~ more:b~ more:a unchosen:d question#1 question#2 question#3 question#4 ours]

== A time-out with nothing left to change to
anna: call_timeout
  -> timeout_called [Bord 1]
bord: end_timeout how=swap
  !! no_cards_left: Högen är slut. Hoppa över steget eller välj fler kortlekar nästa gång.
bord: end_timeout how=continue
  -> timeout_ended [Bord 1]
bord: end_timeout how=continue
  !! no_timeout: Det är ingen time-out just nu.
bord: open_next
  -> phase_opened [Bord 1] step=2 phase=vote round=2 total=70000
bord: swap_card
  !! too_late_to_swap: Kortet går att byta fram till första rösten. Därefter finns time-out.
bord: votes a a b c
  -> vote_cast [Bord 1] seat=bord.1 round=2
  -> vote_cast [Bord 1] seat=bord.2 round=2
  -> vote_cast [Bord 1] seat=bord.3 round=2
  -> vote_cast [Bord 1] seat=bord.4 round=2
anna: votes a
  -> vote_cast [Bord 1] seat=anna.1 round=2
  -> grace_set [Bord 1] ms=5000
wait 5s
  -> vote_closed [Bord 1] round=2
  -> phase_opened [Bord 1] step=2 phase=compare total=60000
  -> compared [Bord 1] step=2 moment=54 counts=(votes=[3 1 1 0]) changed=0 paired=5
see anna
  + anna (solo)
  | room     1 tables, 5 seats
  | stage    step 3/4, round: compare 1, card 1/1, 60 s of 60 s
  | team     Bord 1: bord.1(reader) bord.2(writer) bord.3 bord.4 anna.1, pass_around, remote
  | card     «Släpet som kom 17.56» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | result   before a:3 b:1 c:1 d:0; after a:3 b:1 c:1 d:0; 0 of 5 changed
  | hall     0 of 1 tables done
  | you      may acknowledge call_timeout leave mark_away mark_back raise_hand suggest_card
bord: open_next
  -> phase_opened [Bord 1] step=2 phase=perspective total=60000
bord: open_next
  -> phase_opened [Bord 1] step=2 phase=note total=60000
bord: open_next
  -> phase_opened [Bord 1] step=3 phase=pledge total=360000
bord: open_next
  -> phase_opened [Bord 1] step=4 phase=closed
host: close_room
  -> room_closed
