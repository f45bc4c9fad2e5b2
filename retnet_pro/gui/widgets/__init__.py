"""Small widgets shared by the participant's and the staff's screens; they know colours and sizes, never the study."""
