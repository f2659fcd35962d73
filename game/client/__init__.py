"""The Pygame side: what stands on a table, in a hand or on a wall."""
