"""Reading what happens in the hall: who is there, what is on the floor, what the screen shows."""
