# Solo: one person, one card and its back. Nothing is counted or shown, and nobody has to lead.

open "Solo" cards=motet/skrattet-bakom-dorren
  -> frame round pledge
enter jag solo
  -> team_opened [Bord 1] number=1
  -> station_entered [Bord 1] station=jag who=solo
  -> seat_taken [Bord 1] seat=jag.1 station=jag symbol=0
see jag
  + jag (solo)
  | room     1 tables, 1 seats
  | stage    step 0/3, -: lobby 1
  | team     Bord 1: jag.1(reader)(writer), pass_around
  | you      may acknowledge leave mark_away mark_back open_next raise_hand
jag: open_next
  -> phase_opened step=0 phase=frame total=180000
jag: open_next
  -> phase_opened [Bord 1] step=1 phase=draw
  -> cards_offered [Bord 1] cards=[motet/skrattet-bakom-dorren]
jag: draw_card
  -> card_dealt [Bord 1] card=motet/skrattet-bakom-dorren
  -> phase_opened [Bord 1] step=1 phase=read total=60000
see jag
  + jag (solo)
  | room     1 tables, 1 seats
  | stage    step 2/3, round: read 1, card 1/1, 60 s of 60 s
  | team     Bord 1: jag.1(reader)(writer), pass_around, swap_left
  | card     «Skrattet bakom dörren» (dilemma, heat 1); shows situation; may be voted a b c d own
  | you      may acknowledge call_timeout leave mark_away mark_back open_next raise_hand suggest_card
jag: open_next
  -> phase_opened [Bord 1] step=1 phase=vote total=60000
jag: cast_vote seat=1 choice=b confidence=2
  -> vote_cast [Bord 1] seat=jag.1 round=1
  -> grace_set [Bord 1] ms=5000
see jag
  + jag (solo)
  | room     1 tables, 1 seats
  | stage    step 2/3, round: vote 1, card 1/1, 60 s of 60 s
  | team     Bord 1: jag.1(reader)(writer), pass_around, swap_left
  | progress 1 of 1 done, closes in 5 s
  | card     «Skrattet bakom dörren» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge call_timeout cast_vote close_vote leave mark_away mark_back open_next raise_hand suggest_card vote_again; done jag.1; own jag.1 {'choice': 'b', 'confidence': 2}
wait 5s
  -> vote_closed [Bord 1] round=1
  -> phase_opened [Bord 1] step=1 phase=talk total=360000
  -> prompts_laid [Bord 1] prompts=[question#1 question#2 question#3 question#4 ours]
see jag
  + jag (solo)
  | room     1 tables, 1 seats
  | stage    step 2/3, round: talk 1, card 1/1, 360 s of 360 s
  | team     Bord 1: jag.1(reader)(writer), pass_around, swap_left
  | card     «Skrattet bakom dörren» (dilemma, heat 1); shows situation, questions, 4 options; may be voted a b c d own
  | talk     [question 1], question 2, question 3, question 4, ours
  | you      may acknowledge ask_time call_timeout leave mark_away mark_back open_next open_twist raise_hand show_prompt suggest_card
jag: open_twist
  -> twist_opened [Bord 1]
jag: open_next
  -> phase_opened [Bord 1] step=1 phase=vote round=2 total=60000
jag: votes c
  -> vote_cast [Bord 1] seat=jag.1 round=2
  -> grace_set [Bord 1] ms=5000
see jag
  + jag (solo)
  | room     1 tables, 1 seats
  | stage    step 2/3, round: vote 2, card 1/1, 60 s of 60 s
  | team     Bord 1: jag.1(reader)(writer), pass_around, swap_left
  | progress 1 of 1 done, closes in 5 s
  | card     «Skrattet bakom dörren» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge call_timeout cast_vote close_vote leave mark_away mark_back open_next raise_hand suggest_card vote_again; done jag.1; own jag.1 {'choice': 'c'}

== The server restarts and there is no host to press continue
restart
  -> paused why=restart
jag: open_next
  !! paused: Sessionen är pausad. Den fortsätter när spelledaren trycker Fortsätt.
see jag
  + jag (solo)
  | room     1 tables, 1 seats
  | stage    step 2/3, round: vote 2, card 1/1, frozen 60 s of 60 s, paused by restart
  | team     Bord 1: jag.1(reader)(writer), pass_around, swap_left
  | progress 1 of 1 done
  | card     «Skrattet bakom dörren» (dilemma, heat 1); shows situation, 4 options; may be voted a b c d own
  | you      may acknowledge call_timeout cast_vote continue_alone leave mark_away mark_back raise_hand suggest_card vote_again; done jag.1; own jag.1 {'choice': 'c'}
jag: continue_alone
  -> team_set_free [Bord 1] until=session
wait 5s
  -> vote_closed [Bord 1] round=2
  -> phase_opened [Bord 1] step=1 phase=perspective total=60000
see jag
  + jag (solo)
  | room     1 tables, 1 seats
  | stage    step 2/3, round: perspective 1, card 1/1, 60 s of 60 s
  | team     Bord 1: jag.1(reader)(writer), pass_around, swap_left
  | card     «Skrattet bakom dörren» (dilemma, heat 1); shows situation, questions, twist, perspective, prevent, 4 options with what speaks for each; may be voted a b c d own
  | you      may acknowledge call_timeout leave mark_away mark_back open_next raise_hand suggest_card
jag: open_next
  -> phase_opened [Bord 1] step=1 phase=note total=60000
jag: write_note text="Jag knackar och väntar på svar." tag=improve
  -> note_written [Bord 1] note=n4 card=motet/skrattet-bakom-dorren tag=improve text=«Jag knackar och väntar på svar.»
jag: open_next
  -> phase_opened [Bord 1] step=2 phase=pledge total=360000
jag: make_pledge seat=1 when="När jag hör skratt" then="så ska jag stanna utanför en stund"
  -> seat_done [Bord 1] seat=jag.1
see jag
  + jag (solo)
  | room     1 tables, 1 seats
  | stage    step 3/3, pledge: pledge 1, 360 s of 360 s
  | team     Bord 1: jag.1(reader)(writer), pass_around
  | progress 1 of 1 done
  | notes    1 improve «Jag knackar och väntar på svar.»
  | pledge   12 starters
  | hall     1 of 1 tables done
  | you      may acknowledge call_timeout leave make_pledge mark_away mark_back open_next raise_hand suggest_card write_note; done jag.1
jag: open_next
  -> phase_opened [Bord 1] step=3 phase=closed
  -> room_closed
see jag
  + jag (solo)
  | room     1 tables, 1 seats, closed
  | stage    step 4/3, -: closed 1
  | team     Bord 1: jag.1(reader)(writer), pass_around
  | notes    1 improve «Jag knackar och väntar på svar.»
  | keep     «Skrattet bakom dörren»; agreed -
  | hall     1 of 1 tables done
  | you      may nothing
