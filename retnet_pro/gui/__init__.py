"""What people see and touch. Widgets show a view and report an action; they hold no answer and store nothing."""

from retnet_pro.gui.binding import keep_none

keep_none()
