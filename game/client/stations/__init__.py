"""What each kind of station shows: a team's screens, the hall's screen, the host's board."""
